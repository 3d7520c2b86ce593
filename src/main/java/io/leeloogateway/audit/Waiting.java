package io.leeloogateway.audit;

import java.util.concurrent.CompletableFuture;

/** An event on its way into the diary since that moment of the monotonic clock; done when it is committed. */
record Waiting(Event event, CompletableFuture<Boolean> committed, long since) {

    Waiting(Event event) {
        this(event, new CompletableFuture<>(), System.nanoTime());
    }
}
