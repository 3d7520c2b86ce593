package io.leeloogateway.cache.load;

import io.leeloogateway.cache.Fallback;
import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** A load in flight, for which several reads may wait. */
record InFlightLoad(long generation, long startedNanos, CompletableFuture<ReadResult<?>> result) {

    /** After this time, no read with a fallback or with no-cache waits for an earlier load. */
    static final Duration MAX_WAIT = Duration.ofSeconds(1);

    static InFlightLoad start(long generation) {
        return new InFlightLoad(generation, System.nanoTime(), new CompletableFuture<>());
    }

    boolean startedBefore(long nanos) {
        return startedNanos - nanos < 0;
    }

    /** Waits for the result until the deadline of the calling request; with a fallback, not longer than {@link #MAX_WAIT} from the start. */
    ReadResult<?> await(Fallback fallback) throws TimeoutException {
        var remaining = RequestContext.current().deadline().remaining();
        return TimeLimiter.await(result, fallback == Fallback.NONE ? remaining : shorter(maxWait(), remaining));
    }

    /** Waits until the load ends, but not longer than {@link #MAX_WAIT} from its start; returns whether it ended. */
    boolean endsSoon() throws TimeoutException {
        var remaining = RequestContext.current().deadline().remaining();
        try {
            return TimeLimiter.await(result.handle((_, _) -> true), shorter(maxWait(), remaining));
        } catch (TimeoutException e) {
            if (Thread.currentThread().isInterrupted()
                    || RequestContext.current().deadline().remaining().isZero()) {
                throw e;
            }
            return false;
        }
    }

    private Duration maxWait() {
        return Duration.ofNanos(Math.max(0, startedNanos + MAX_WAIT.toNanos() - System.nanoTime()));
    }

    private static Duration shorter(Duration first, Duration second) {
        return first.compareTo(second) < 0 ? first : second;
    }
}
