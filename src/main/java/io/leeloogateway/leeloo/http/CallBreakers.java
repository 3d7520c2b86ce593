package io.leeloogateway.leeloo.http;

import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The circuit breakers: reads that hang do not stop changes. */
@Component
class CallBreakers {

    private static final List<State> STATES = List.of(State.CLOSED, State.OPEN, State.HALF_OPEN);

    private final CallBreaker reads;
    private final CallBreaker changes;

    CallBreakers(CircuitBreakerRegistry registry, LeelooProperties properties, MeterRegistry meters) {
        reads = new CallBreaker(registry.circuitBreaker("reads"), properties.slowCallDuration());
        changes = new CallBreaker(registry.circuitBreaker("changes"), properties.slowCallDuration());
        List.of(reads, changes).forEach(breaker -> STATES.forEach(state -> register(breaker, state, meters)));
    }

    CallBreaker reads() {
        return reads;
    }

    CallBreaker changes() {
        return changes;
    }

    static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static void register(CallBreaker breaker, State state, MeterRegistry meters) {
        Gauge.builder("gateway.leeloo.circuit.breaker", breaker, it -> it.state() == state ? 1 : 0)
                .description("1 for the current state of the circuit breaker of a group of calls to Leeloo")
                .tag("group", breaker.group())
                .tag("state", name(state))
                .register(meters);
    }
}
