package io.leeloogateway.cache;

import io.leeloogateway.leeloo.ResourceType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts how reads were answered. */
@Component
class CacheMetrics {

    /** How one was. */
    enum Result {
        /** By a fresh copy. */
        HIT,
        /** By an old copy, which the caller takes. */
        STALE,
        /** By an old copy, because asking failed. */
        SERVED_STALE,
        /** By Leeloo. */
        ASKED,
        /** By a call that another read had begun. */
        COLLAPSED,
        /** Not: the caller did not want to ask. */
        NOT_COPIED,
        /** Not: asking failed. */
        FAILED
    }

    private final MeterRegistry meters;

    CacheMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var kind : ResourceType.values()) {
            for (var result : Result.values()) {
                counter(kind, result);
            }
        }
    }

    void note(ResourceType kind, Result result) {
        counter(kind, result).increment();
    }

    private Counter counter(ResourceType kind, Result result) {
        return Counter.builder("gateway.cache.reads")
                .description("Reads by what answered them")
                .tag("kind", word(kind))
                .tag("result", word(result))
                .register(meters);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
