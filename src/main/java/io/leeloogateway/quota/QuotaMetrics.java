package io.leeloogateway.quota;

import io.leeloogateway.request.ClientTags;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Counts granted and refused permits by client, also for the history, and times the wait for them. */
@Component
class QuotaMetrics {

    private static final Duration SHORT_WAIT = Duration.ofMillis(100);

    private final MeterRegistry meters;
    private final ClientTags clients;
    private final CallCounter history;

    QuotaMetrics(MeterRegistry meters, ClientTags clients, CallCounter history) {
        this.meters = meters;
        this.clients = clients;
        this.history = history;
        for (var callClass : CallClass.values()) {
            wait(callClass);
            // a rate needs an initial value, otherwise an alert misses the first refusal
            refused(callClass, ClientShare.GATEWAY);
        }
    }

    void countGranted(WaitingCall call, Duration wait) {
        var callClass = call.callClass();
        var client = call.client();
        var hasWaited = wait.compareTo(SHORT_WAIT) >= 0;
        counter("gateway.quota.granted", "Calls to Leeloo that got a permit", callClass, client)
                .increment();
        if (hasWaited) {
            counter(
                            "gateway.quota.waited",
                            "Calls to Leeloo that got a permit after 100 ms or later",
                            callClass,
                            client)
                    .increment();
        }
        history.add(group(callClass, client), new CallCounts(1, hasWaited ? 1 : 0, 0));
        wait(callClass).record(wait);
    }

    void countRefused(CallClass callClass, ClientShare client) {
        refused(callClass, client).increment();
        history.add(group(callClass, client), new CallCounts(0, 0, 1));
    }

    private static CallGroup group(CallClass callClass, ClientShare client) {
        return new CallGroup(callClass.value(), client.id());
    }

    private Counter refused(CallClass callClass, ClientShare client) {
        return counter(
                "gateway.quota.refused", "Calls to Leeloo without a permit before their deadline", callClass, client);
    }

    private Counter counter(String name, String description, CallClass callClass, ClientShare client) {
        return Counter.builder(name)
                .description(description)
                .tag("class", callClass.value())
                .tag("client", client.equals(ClientShare.GATEWAY) ? client.id() : clients.of(client.id()))
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
