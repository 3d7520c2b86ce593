package io.leeloogateway.quota;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Shows the state of the shared budget and of this replica's queue. */
@Component
class QuotaGauges implements MeterBinder {

    private final Quota quota;

    QuotaGauges(Quota quota) {
        this.quota = quota;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "limit", "The most calls to Leeloo of all instances in any minute", quota::limit);
        gauge(
                meters,
                "used",
                "The calls of all instances that count against the limit now",
                () -> quota.status().used());
        gauge(
                meters,
                "pace",
                "The part of the full pace, less than 1 after Leeloo's own limit was reached",
                () -> quota.status().pace());
        gauge(meters, "alone", "1 while this instance cannot reach the shared budget", () -> quota.isAlone() ? 1 : 0);
        for (var callClass : CallClass.values()) {
            Gauge.builder(
                            "gateway.quota.waiting",
                            () -> quota.report().waiting().get(callClass.rank()))
                    .description("The calls of this instance that wait for a permit")
                    .tag("class", callClass.value())
                    .register(meters);
        }
    }

    private static void gauge(MeterRegistry meters, String name, String description, Supplier<Number> value) {
        Gauge.builder("gateway.quota." + name, value).description(description).register(meters);
    }
}
