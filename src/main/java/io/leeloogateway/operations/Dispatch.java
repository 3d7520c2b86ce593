package io.leeloogateway.operations;

import java.util.concurrent.CompletableFuture;

/**
 * A change on its way.
 *
 * @param answered done when it was answered, or failed
 * @param recorded done when what became of it is written down
 */
record Dispatch<T>(CompletableFuture<Attempt<T>> answered, CompletableFuture<Ending> recorded) {

    Dispatch() {
        this(new CompletableFuture<>(), new CompletableFuture<>());
    }
}
