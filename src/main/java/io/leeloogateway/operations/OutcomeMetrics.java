package io.leeloogateway.operations;

import io.leeloogateway.request.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts the outcomes of changes, and changes that could not be recorded. */
@Component
class OutcomeMetrics {

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter recordFailures;

    OutcomeMetrics(MeterRegistry meters) {
        for (var outcome : Outcome.values()) {
            outcomes.put(
                    outcome,
                    Counter.builder("gateway.operations.outcomes")
                            .description("Outcomes of changes; an unknown outcome that is found later counts again")
                            .tag("outcome", outcome.value())
                            .register(meters));
        }
        recordFailures = Counter.builder("gateway.operations.record.failures")
                .description("Changes that were refused because the database could not record them")
                .register(meters);
    }

    void count(Outcome outcome) {
        Objects.requireNonNull(outcomes.get(outcome)).increment();
    }

    void countRecordFailure() {
        recordFailures.increment();
    }
}
