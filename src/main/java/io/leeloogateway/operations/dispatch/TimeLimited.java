package io.leeloogateway.operations.dispatch;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Waits for the database no longer than half a second, even where it is frozen: a driver counts in whole seconds. */
public final class TimeLimited {

    private static final Duration LONGEST = Duration.ofMillis(500);

    private TimeLimited() {}

    /** What is not done by then may be done later; nobody learns of it here. */
    public static <T> T await(Supplier<T> work) throws TimeoutException {
        var task = new FutureTask<>(work::get);
        Thread.ofVirtual().name("ledger").start(task);
        try {
            return task.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }
}
