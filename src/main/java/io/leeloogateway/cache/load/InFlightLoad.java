package io.leeloogateway.cache.load;

import io.leeloogateway.cache.ReadResult;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A load in flight, for which several reads may wait. */
record InFlightLoad(long generation, long startedNanos, CompletableFuture<ReadResult<?>> result) {

    /** After this time, no read with no-cache waits for an earlier load. */
    static final Duration MAX_WAIT = Duration.ofSeconds(1);

    static InFlightLoad start(long generation) {
        return new InFlightLoad(generation, System.nanoTime(), new CompletableFuture<>());
    }

    boolean startedBefore(long nanos) {
        return startedNanos - nanos < 0;
    }

    /** Waits for the result until the deadline of the calling request. */
    ReadResult<?> await() throws TimeoutException {
        return await(result, RequestContext.current().deadline().remaining().toNanos());
    }

    /** Waits until the load ends, but not longer than {@link #MAX_WAIT} from its start; returns whether it ended. */
    boolean endsSoon() throws TimeoutException {
        var deadline = RequestContext.current().deadline();
        var waitNanos = Math.max(0, startedNanos + MAX_WAIT.toNanos() - System.nanoTime());
        try {
            return await(
                    result.handle((_, _) -> true),
                    Math.min(waitNanos, deadline.remaining().toNanos()));
        } catch (TimeoutException e) {
            if (deadline.remaining().isZero()) {
                throw e;
            }
            return false;
        }
    }

    private static <T> T await(CompletableFuture<T> future, long nanos) throws TimeoutException {
        try {
            return future.get(nanos, TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
