package io.leeloogateway.cache.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A call to Leeloo that several may wait for. */
record InFlightLoad(long generation, long begun, CompletableFuture<LoadResult> result) {

    /** A call that takes longer hangs. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    static InFlightLoad begin(long generation) {
        return new InFlightLoad(generation, System.nanoTime(), new CompletableFuture<>());
    }

    /** How much longer those wait who cannot use it. */
    Duration patience() {
        return Duration.ofNanos(Math.max(0, begun + PATIENCE.toNanos() - System.nanoTime()));
    }

    boolean beganBefore(long moment) {
        return begun - moment < 0;
    }
}
