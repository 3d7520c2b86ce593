package io.leeloogateway.mirror;

import java.util.concurrent.CompletableFuture;

/** A call to Leeloo that several may wait for. */
record Load(long generation, long begun, CompletableFuture<Loaded> result) {

    static Load begin(long generation) {
        return new Load(generation, System.nanoTime(), new CompletableFuture<>());
    }

    boolean beganBefore(long moment) {
        return begun - moment < 0;
    }
}
