package io.leeloogateway.audit.integrity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Tells the newest seal to whoever gathers metrics: there it stands out of reach of who cuts off the diary's end with its seals. */
@Component
class NewestSealMetrics {

    /** What a double holds exactly. */
    private static final int MARK_BITS = 48;

    private final AtomicLong number = new AtomicLong();
    private final AtomicLong mark = new AtomicLong();

    NewestSealMetrics(MeterRegistry metrics) {
        Gauge.builder("gateway.audit.seal.number", number, AtomicLong::get)
                .description("the number of the newest seal that this instance set on the diary")
                .register(metrics);
        Gauge.builder("gateway.audit.seal.mark", mark, AtomicLong::get)
                .description("the first 48 bits of its HMAC, as a number")
                .register(metrics);
    }

    void tell(Seal newest) {
        number.set(newest.number());
        mark.set(mark(newest));
    }

    static long mark(Seal seal) {
        return Long.parseLong((seal.hmac() + "0".repeat(MARK_BITS / 4)).substring(0, MARK_BITS / 4), 16);
    }
}
