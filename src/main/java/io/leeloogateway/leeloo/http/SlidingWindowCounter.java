package io.leeloogateway.leeloo.http;

import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Counts the events of the last sixty seconds in constant memory. */
final class SlidingWindowCounter {

    private static final int SECONDS = 60;

    private final long[] slotSeconds = new long[SECONDS];
    private final int[] counts = new int[SECONDS];
    private final LongSupplier seconds;

    SlidingWindowCounter(LongSupplier seconds) {
        this.seconds = seconds;
    }

    synchronized void count() {
        var now = seconds.getAsLong();
        var slot = Math.floorMod(now, SECONDS);
        if (slotSeconds[slot] != now) {
            slotSeconds[slot] = now;
            counts[slot] = 0;
        }
        counts[slot]++;
    }

    synchronized int total() {
        var since = seconds.getAsLong() - SECONDS;
        return IntStream.range(0, SECONDS)
                .filter(slot -> slotSeconds[slot] > since)
                .map(slot -> counts[slot])
                .sum();
    }
}
