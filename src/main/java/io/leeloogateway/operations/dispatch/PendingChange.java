package io.leeloogateway.operations.dispatch;

import io.leeloogateway.operations.OperationResult;
import java.util.concurrent.CompletableFuture;

/**
 * A change on its way.
 *
 * @param answered done when it was answered, or failed
 * @param recorded done when what became of it is written down
 */
record PendingChange<T>(CompletableFuture<SendResult<T>> answered, CompletableFuture<OperationResult> recorded) {

    PendingChange() {
        this(new CompletableFuture<>(), new CompletableFuture<>());
    }
}
