package io.leeloogateway.audit.store;

import java.util.concurrent.CompletableFuture;

/** An event on its way into the diary since that moment of the monotonic clock; done when it is committed. */
record PendingEvent(AuditEvent event, CompletableFuture<Boolean> committed, long since) {

    PendingEvent(AuditEvent event) {
        this(event, new CompletableFuture<>(), System.nanoTime());
    }
}
