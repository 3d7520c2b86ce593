package io.leeloogateway.status;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the state of this replica from its metrics. */
@Component
class ReplicaMeters {

    private final MeterRegistry meters;

    ReplicaMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Whether a gauge of yes and no is 1. */
    boolean isSet(String name) {
        return meters.find(name).gauges().stream().anyMatch(ReplicaMeters::isOne);
    }

    /** A counter by the values of a tag. */
    Map<String, Long> counts(String name, String tag) {
        return meters.find(name).counters().stream()
                .collect(Collectors.groupingBy(
                        counter -> tag(counter.getId().getTag(tag)), Collectors.summingLong(ReplicaMeters::whole)));
    }

    /** The state of each circuit breaker, by group of calls. */
    Map<String, String> breakers() {
        return meters.find("gateway.leeloo.circuit.breaker").gauges().stream()
                .filter(ReplicaMeters::isOne)
                .collect(Collectors.toMap(
                        gauge -> tag(gauge.getId().getTag("group")),
                        gauge -> tag(gauge.getId().getTag("state")),
                        (first, _) -> first));
    }

    private static boolean isOne(Gauge gauge) {
        return gauge.value() == 1;
    }

    private static long whole(Counter counter) {
        return (long) counter.count();
    }

    private static String tag(@Nullable String value) {
        return Objects.requireNonNull(value);
    }
}
