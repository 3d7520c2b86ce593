package io.leeloogateway.quota;

import io.leeloogateway.request.StartLimit;
import java.util.concurrent.CompletableFuture;

/** A call that waits for a permit. */
record WaitingCall(
        CallClass callClass, ClientShare client, StartLimit limit, long sinceNanos, CompletableFuture<Permit> permit) {

    WaitingCall(CallClass callClass, ClientShare client, StartLimit limit, long sinceNanos) {
        this(callClass, client, limit, sinceNanos, new CompletableFuture<>());
    }

    long nanosLeft(long now) {
        return limit.latest().nanoTime() - now;
    }
}
