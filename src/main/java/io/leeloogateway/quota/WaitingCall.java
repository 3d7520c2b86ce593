package io.leeloogateway.quota;

import io.leeloogateway.request.Deadline;
import java.util.concurrent.CompletableFuture;

/** A call that waits for a permit. */
record WaitingCall(
        CallClass callClass, ClientShare client, Deadline startBy, long sinceNanos, CompletableFuture<Permit> permit) {

    WaitingCall(CallClass callClass, ClientShare client, Deadline startBy, long sinceNanos) {
        this(callClass, client, startBy, sinceNanos, new CompletableFuture<>());
    }

    long nanosLeft(long now) {
        return startBy.nanoTime() - now;
    }
}
