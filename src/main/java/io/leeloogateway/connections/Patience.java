package io.leeloogateway.connections;

import java.time.Duration;

/**
 * How long a caller who reads slowly is waited for while others may need its connection.
 *
 * @param limit the time in which the gateway waits for the caller
 * @param bytesPerSecond a caller who takes fewer bytes is slow
 */
record Patience(Duration limit, int bytesPerSecond) {

    /** While more than half of the connections are in use. */
    static final Patience WHEN_BUSY = new Patience(Duration.ofSeconds(5), 32 * 1024);

    /** While an eighth is left for new connections. At this pace, the callers of all others fill a gigabit a second. */
    static final Patience WHEN_CROWDED = new Patience(Duration.ofMillis(500), 256 * 1024);

    boolean endsAfter(long waitedNanos, long takenBytes) {
        return waitedNanos >= limit.toNanos() && takenBytes < bytesPerSecond * (waitedNanos / 1e9);
    }
}
