package io.leeloogateway.quota;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts granted and refused permits by client, and times the wait for them. */
@Component
class QuotaMetrics {

    static final String GRANTED = "gateway.quota.granted";
    static final String WAITED = "gateway.quota.waited";
    static final String REFUSED = "gateway.quota.refused";

    private static final Duration SHORT_WAIT = Duration.ofMillis(100);

    private final MeterRegistry meters;

    QuotaMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var callClass : CallClass.values()) {
            wait(callClass);
            // a rate needs an initial value, otherwise an alert misses the first refusal
            refused(callClass, ClientShare.GATEWAY);
        }
    }

    void countGranted(WaitingCall call, Duration wait) {
        counter(GRANTED, "Calls to Leeloo that got a permit", call.callClass(), call.client())
                .increment();
        if (wait.compareTo(SHORT_WAIT) >= 0) {
            counter(WAITED, "Calls to Leeloo that got a permit after 100 ms or later", call.callClass(), call.client())
                    .increment();
        }
        wait(call.callClass()).record(wait);
    }

    void countRefused(CallClass callClass, ClientShare client) {
        refused(callClass, client).increment();
    }

    private Counter refused(CallClass callClass, ClientShare client) {
        return counter(REFUSED, "Calls to Leeloo without a permit before their deadline", callClass, client);
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
                .serviceLevelObjectives(SHORT_WAIT, Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(meters);
    }
}
