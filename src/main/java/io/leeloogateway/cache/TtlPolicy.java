package io.leeloogateway.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The lifetimes of the cache entries of a resource type.
 *
 * @param timeToLive how long an entry is fresh
 * @param staleIfError how much longer a stale entry is served if Leeloo fails (RFC 5861)
 * @param staleWhileRevalidate how much longer a stale entry is served at once, while one call refreshes it (RFC 5861)
 */
public record TtlPolicy(
        @Nullable Duration timeToLive,
        @Nullable Duration staleIfError,
        @Nullable Duration staleWhileRevalidate) {

    public TtlPolicy {
        if (isNegative(timeToLive) || isNegative(staleIfError) || isNegative(staleWhileRevalidate)) {
            throw new IllegalArgumentException("gateway.cache: a duration must not be negative");
        }
    }

    /** The configured durations; the defaults for the durations that are not configured. */
    static TtlPolicy of(@Nullable TtlPolicy configured, TtlPolicy defaults) {
        if (configured == null) {
            return defaults;
        }
        return new TtlPolicy(
                configured.timeToLive == null ? defaults.timeToLive : configured.timeToLive,
                configured.staleIfError == null ? defaults.staleIfError : configured.staleIfError,
                configured.staleWhileRevalidate == null
                        ? defaults.staleWhileRevalidate
                        : configured.staleWhileRevalidate);
    }

    Duration freshnessLifetime() {
        return timeToLive == null ? Duration.ZERO : timeToLive;
    }

    /** The age after which an entry is never served. */
    public Duration maxServedAge() {
        var ifError =
                staleIfError == null ? freshnessLifetime() : freshnessLifetime().plus(staleIfError);
        return ifError.compareTo(maxRevalidatedAge()) < 0 ? maxRevalidatedAge() : ifError;
    }

    /** The age up to which a stale entry is served at once, while one call refreshes it. */
    Duration maxRevalidatedAge() {
        return staleWhileRevalidate == null
                ? freshnessLifetime()
                : freshnessLifetime().plus(staleWhileRevalidate);
    }

    public boolean isCached() {
        return freshnessLifetime().isPositive();
    }

    private static boolean isNegative(@Nullable Duration duration) {
        return duration != null && duration.isNegative();
    }
}
