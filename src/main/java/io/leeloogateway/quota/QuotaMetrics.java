package io.leeloogateway.quota;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts granted and refused permits by client, and times the wait for them. */
@Component
class QuotaMetrics {

    private final MeterRegistry meters;

    QuotaMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var callClass : CallClass.values()) {
            wait(callClass);
        }
    }

    void countGranted(WaitingCall call, Duration wait) {
        counter("gateway.quota.granted", "Calls to Leeloo that got a permit", call.callClass(), call.client())
                .increment();
        wait(call.callClass()).record(wait);
    }

    void countRefused(CallClass callClass, ClientShare client) {
        counter("gateway.quota.refused", "Calls to Leeloo without a permit before their deadline", callClass, client)
                .increment();
    }

    private Counter counter(String name, String description, CallClass callClass, ClientShare client) {
        return Counter.builder(name)
                .description(description)
                .tag("class", callClass.value())
                .tag("client", client.id())
                .register(meters);
    }

    private Timer wait(CallClass callClass) {
        return Timer.builder("gateway.quota.wait")
                .description("The wait of calls to Leeloo for a permit")
                .tag("class", callClass.value())
                .serviceLevelObjectives(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(meters);
    }
}
