package io.leeloogateway.mirror;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long copies of a kind are good for.
 *
 * @param timeToLive so long nobody needs to ask anew
 * @param staleIfError so much longer a copy is better than no answer
 */
record Lifetime(@Nullable Duration timeToLive, @Nullable Duration staleIfError) {

    Lifetime {
        if (isNegative(timeToLive) || isNegative(staleIfError)) {
            throw new IllegalArgumentException("gateway.mirror: a copy cannot be good for less than no time");
        }
    }

    /** With what was set, and the rest from there. */
    static Lifetime of(@Nullable Lifetime set, Duration timeToLive, Duration staleIfError) {
        if (set == null) {
            return new Lifetime(timeToLive, staleIfError);
        }
        return new Lifetime(
                set.timeToLive == null ? timeToLive : set.timeToLive,
                set.staleIfError == null ? staleIfError : set.staleIfError);
    }

    Duration fresh() {
        return timeToLive == null ? Duration.ZERO : timeToLive;
    }

    /** From the answer on, until it is not even given where Leeloo cannot be asked. */
    Duration longest() {
        return staleIfError == null ? fresh() : fresh().plus(staleIfError);
    }

    boolean isKept() {
        return fresh().isPositive();
    }

    private static boolean isNegative(@Nullable Duration duration) {
        return duration != null && duration.isNegative();
    }
}
