package io.leeloogateway.cache;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long copies of a kind are good for.
 *
 * @param timeToLive so long nobody needs to ask anew
 * @param staleIfError so much longer a copy is better than no answer
 */
public record TtlPolicy(
        @Nullable Duration timeToLive, @Nullable Duration staleIfError) {

    public TtlPolicy {
        if (isNegative(timeToLive) || isNegative(staleIfError)) {
            throw new IllegalArgumentException("gateway.cache: a copy cannot be good for less than no time");
        }
    }

    /** With what was set, and the rest from there. */
    static TtlPolicy of(@Nullable TtlPolicy set, Duration timeToLive, Duration staleIfError) {
        if (set == null) {
            return new TtlPolicy(timeToLive, staleIfError);
        }
        return new TtlPolicy(
                set.timeToLive == null ? timeToLive : set.timeToLive,
                set.staleIfError == null ? staleIfError : set.staleIfError);
    }

    Duration fresh() {
        return timeToLive == null ? Duration.ZERO : timeToLive;
    }

    /** From the answer on, until it is not even given where Leeloo cannot be asked. */
    public Duration longest() {
        return staleIfError == null ? fresh() : fresh().plus(staleIfError);
    }

    public boolean isKept() {
        return fresh().isPositive();
    }

    private static boolean isNegative(@Nullable Duration duration) {
        return duration != null && duration.isNegative();
    }
}
