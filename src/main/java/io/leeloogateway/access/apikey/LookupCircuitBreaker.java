package io.leeloogateway.access.apikey;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionException;

/** A database that did not answer a moment ago is not asked again at once: callers must not wait one behind the other. */
final class LookupCircuitBreaker {

    /** As long as a change waits for its row; on a frozen server the driver would wait for seconds. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private volatile @Nullable Failure last;

    /** Until then it is this process that is slow: its first look-up compiles and connects. */
    private volatile boolean isWarm;

    <T extends @Nullable Object> T guard(Supplier<T> lookUp) {
        var failure = last;
        if (failure != null && failure.isRecent()) {
            throw failure.exception();
        }
        try {
            var found = isWarm ? await(lookUp) : lookUp.get();
            isWarm = true;
            return found;
        } catch (DataAccessException | TransactionException e) {
            last = new Failure(System.nanoTime(), e);
            throw e;
        }
    }

    private static <T extends @Nullable Object> T await(Supplier<T> lookUp) {
        var task = new FutureTask<T>(lookUp::get);
        Thread.ofVirtual().name("look-up").start(task);
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("no answer within " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("interrupted", e);
        }
    }

    private record Failure(long nanoTime, RuntimeException exception) {

        boolean isRecent() {
            return System.nanoTime() - nanoTime < REMEMBERED.toNanos();
        }
    }
}
