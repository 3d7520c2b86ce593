package io.leeloogateway.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The lifetimes of the cache entries of a resource type.
 *
 * @param timeToLive how long an entry is fresh
 * @param staleIfError how much longer a stale entry is served if Leeloo fails (RFC 5861)
 */
public record TtlPolicy(
        @Nullable Duration timeToLive, @Nullable Duration staleIfError) {

    public TtlPolicy {
        if (isNegative(timeToLive) || isNegative(staleIfError)) {
            throw new IllegalArgumentException("gateway.cache: a duration must not be negative");
        }
    }

    /** The configured durations; the defaults for the durations that are not configured. */
    static TtlPolicy of(@Nullable TtlPolicy configured, Duration timeToLive, Duration staleIfError) {
        if (configured == null) {
            return new TtlPolicy(timeToLive, staleIfError);
        }
        return new TtlPolicy(
                configured.timeToLive == null ? timeToLive : configured.timeToLive,
                configured.staleIfError == null ? staleIfError : configured.staleIfError);
    }

    Duration freshnessLifetime() {
        return timeToLive == null ? Duration.ZERO : timeToLive;
    }

    /** The time-to-live and the stale-if-error time: the age after which an entry is never served. */
    public Duration maxServedAge() {
        return staleIfError == null ? freshnessLifetime() : freshnessLifetime().plus(staleIfError);
    }

    public boolean isCached() {
        return freshnessLifetime().isPositive();
    }

    private static boolean isNegative(@Nullable Duration duration) {
        return duration != null && duration.isNegative();
    }
}
