package io.leeloogateway.audit.store;

import java.util.concurrent.CompletableFuture;

/** An event that waits to be committed, since a moment of the monotonic clock. The future completes with the commit. */
record PendingEvent(AuditEvent event, CompletableFuture<Boolean> committed, long since) {

    PendingEvent(AuditEvent event) {
        this(event, new CompletableFuture<>(), System.nanoTime());
    }
}
