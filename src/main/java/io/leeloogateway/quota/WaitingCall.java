package io.leeloogateway.quota;

import io.leeloogateway.request.StartLimit;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A call that waits for a permit at the turn of a client. A call for which readers of several clients wait does so once for each of them. */
record WaitingCall(
        CallClass callClass, ClientShare client, StartLimit limit, long sinceNanos, CompletableFuture<Permit> permit) {

    WaitingCall(CallClass callClass, ClientShare client, StartLimit limit, long sinceNanos) {
        this(callClass, client, limit, sinceNanos, new CompletableFuture<>());
    }

    /** The same call, at the turn of another client. */
    WaitingCall on(CallClass otherClass, ClientShare other) {
        return new WaitingCall(otherClass, other, limit, sinceNanos, permit);
    }

    @SuppressWarnings("ReferenceEquality") // each call has a permit of its own
    boolean isSameCall(WaitingCall other) {
        return permit == other.permit;
    }

    /** The number of different calls. */
    static int count(Stream<WaitingCall> calls) {
        return (int) calls.map(WaitingCall::permit).distinct().count();
    }

    long nanosLeft(long now) {
        return limit.latest().nanoTime() - now;
    }
}
