package io.leeloogateway.cache.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The time until which this replica may answer from its memory, on its own monotonic clock (ADR 21). */
@Component
public class LocalLease {

    public static final Duration DURATION = Duration.ofSeconds(2);

    private volatile long endNanos = System.nanoTime();

    LocalLease(MeterRegistry meters) {
        Gauge.builder("gateway.cache.lease", this, lease -> lease.isHeld() ? 1 : 0)
                .description("1 while this replica answers from memory without asking the database")
                .register(meters);
    }

    boolean isHeld() {
        return System.nanoTime() - endNanos < 0;
    }

    /** Counts from before the renewal was requested. */
    public void renew(long requestedAtNanos) {
        endNanos = requestedAtNanos + DURATION.toNanos();
    }
}
