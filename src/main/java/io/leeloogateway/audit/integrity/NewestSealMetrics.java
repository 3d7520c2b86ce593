package io.leeloogateway.audit.integrity;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** Publishes the newest seal as metrics. An attacker who truncates the audit log together with its seals cannot change them. */
@Component
class NewestSealMetrics {

    /** A double holds this number of bits exactly. */
    private static final int FINGERPRINT_BITS = 48;

    private final AtomicLong number = new AtomicLong();
    private final AtomicLong fingerprint = new AtomicLong();

    NewestSealMetrics(MeterRegistry metrics) {
        Gauge.builder("gateway.audit.seal.number", number, AtomicLong::get)
                .description("the number of the newest seal that this instance added to the audit log")
                .register(metrics);
        Gauge.builder("gateway.audit.seal.fingerprint", fingerprint, AtomicLong::get)
                .description("the first 48 bits of its HMAC, as a number")
                .register(metrics);
    }

    void update(Seal newest) {
        number.set(newest.number());
        fingerprint.set(fingerprint(newest));
    }

    static long fingerprint(Seal seal) {
        return Long.parseLong((seal.hmac() + "0".repeat(FINGERPRINT_BITS / 4)).substring(0, FINGERPRINT_BITS / 4), 16);
    }
}
