package io.leeloogateway.leeloo.http;

import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Counts what happened in the last sixty seconds, in as much memory for a thousand as for one. */
final class SlidingWindowCounter {

    private static final int SECONDS = 60;

    private final long[] which = new long[SECONDS];
    private final int[] counts = new int[SECONDS];
    private final LongSupplier seconds;

    SlidingWindowCounter(LongSupplier seconds) {
        this.seconds = seconds;
    }

    synchronized void count() {
        var now = seconds.getAsLong();
        var place = Math.floorMod(now, SECONDS);
        if (which[place] != now) {
            which[place] = now;
            counts[place] = 0;
        }
        counts[place]++;
    }

    synchronized int total() {
        var since = seconds.getAsLong() - SECONDS;
        return IntStream.range(0, SECONDS)
                .filter(place -> which[place] > since)
                .map(place -> counts[place])
                .sum();
    }
}
