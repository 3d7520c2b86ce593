package io.leeloogateway.cache;

import io.leeloogateway.leeloo.ResourceType;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Counts reads by resource type and result, and retries of loads by resource type. */
@Component
public class CacheMetrics {

    /** The result of a read. */
    enum Result {
        /** Served from a fresh entry. */
        HIT,
        /** Served from a stale entry, which the caller accepts. */
        STALE,
        /** Served from a stale entry, while one call refreshes it. */
        STALE_WHILE_REVALIDATE,
        /** Served from a stale entry, as Leeloo failed. */
        SERVED_STALE,
        /** Served by Leeloo. */
        ASKED,
        /** Served by a load of another read. */
        COLLAPSED,
        /** Not served: no entry was fresh enough, and the caller said only-if-cached. */
        NOT_CACHED,
        /** Not served: Leeloo failed. */
        FAILED
    }

    private final MeterRegistry meters;
    private final Map<ResourceType, Map<Result, Counter>> reads = new EnumMap<>(ResourceType.class);

    CacheMetrics(MeterRegistry meters) {
        this.meters = meters;
        for (var type : ResourceType.values()) {
            for (var result : Result.values()) {
                reads.computeIfAbsent(type, _ -> new EnumMap<>(Result.class)).put(result, counter(type, result));
            }
            retries(type);
        }
    }

    void count(ResourceType type, Result result) {
        Objects.requireNonNull(Objects.requireNonNull(reads.get(type)).get(result))
                .increment();
    }

    /** Counts one more call beside a load that hangs. */
    public void countRetry(ResourceType type) {
        retries(type).increment();
    }

    private Counter retries(ResourceType type) {
        return Counter.builder("gateway.cache.load.retries")
                .description("Second calls to Leeloo beside a load that hangs")
                .tag("kind", lowerCase(type))
                .register(meters);
    }

    private Counter counter(ResourceType type, Result result) {
        return Counter.builder("gateway.cache.reads")
                .description("Reads by resource type and result")
                .tag("kind", lowerCase(type))
                .tag("result", lowerCase(result))
                .register(meters);
    }

    private static String lowerCase(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
