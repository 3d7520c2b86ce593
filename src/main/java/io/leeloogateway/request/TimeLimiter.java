package io.leeloogateway.request;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for a result no longer than a limit. The work continues after the limit. */
public final class TimeLimiter {

    /** Often enough for a queue in which reads wait for seconds. */
    private static final Duration HANG_UP_INTERVAL = Duration.ofMillis(500);

    private TimeLimiter() {}

    /** Runs the work on a new virtual thread. */
    public static <T extends @Nullable Object> T call(String threadName, Duration limit, Supplier<T> work)
            throws TimeoutException {
        return await(start(threadName, work), limit);
    }

    /** Runs the work on a new virtual thread. */
    public static <T extends @Nullable Object> Future<T> start(String threadName, Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        Thread.ofVirtual().name(threadName).start(task);
        return task;
    }

    /** Waits on behalf of the current request; if its caller hangs up, this counts as a timeout. */
    public static <T extends @Nullable Object> T awaitForCaller(Future<T> result, Duration limit)
            throws TimeoutException {
        var end = Deadline.after(limit);
        while (end.remaining().compareTo(HANG_UP_INTERVAL) > 0) {
            try {
                return await(result, HANG_UP_INTERVAL);
            } catch (TimeoutException e) {
                if (Thread.currentThread().isInterrupted()
                        || RequestContext.current().hasHungUp()) {
                    throw e;
                }
            }
        }
        return await(result, end.remaining());
    }

    /** An interrupt counts as a timeout. */
    public static <T extends @Nullable Object> T await(Future<T> result, Duration limit) throws TimeoutException {
        try {
            return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
