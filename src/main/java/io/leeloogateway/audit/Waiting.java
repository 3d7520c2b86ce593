package io.leeloogateway.audit;

import java.util.concurrent.CompletableFuture;

/** An event on its way into the diary; done when it is committed. */
record Waiting(Event event, CompletableFuture<Boolean> committed) {

    Waiting(Event event) {
        this(event, new CompletableFuture<>());
    }
}
