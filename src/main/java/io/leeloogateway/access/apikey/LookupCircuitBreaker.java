package io.leeloogateway.access.apikey;

import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionException;

/**
 * After a database failure, lets one look-up at a time through and fails the others at once, so that callers do not queue behind a timeout. The
 * first success ends this. A timeout alone is no failure of the database: a busy machine has some.
 */
final class LookupCircuitBreaker {

    /** The timeouts of the driver are whole seconds. */
    static final Duration TIMEOUT = Duration.ofMillis(500);

    /** So many in succession show that the database does not respond. */
    static final int MAX_TIMEOUTS = 3;

    private final Semaphore trial = new Semaphore(1);
    private final AtomicInteger timeouts = new AtomicInteger();

    private volatile @Nullable RuntimeException lastFailure;

    /** The first look-up has no timeout: it opens a connection and runs uncompiled code. */
    private volatile boolean isWarm;

    <T extends @Nullable Object> T execute(Supplier<T> lookUp) {
        var failure = lastFailure;
        if (failure == null) {
            return tryLookUp(lookUp);
        }
        if (!trial.tryAcquire()) {
            throw failure;
        }
        try {
            return tryLookUp(lookUp);
        } finally {
            trial.release();
        }
    }

    private <T extends @Nullable Object> T tryLookUp(Supplier<T> lookUp) {
        try {
            var found = isWarm ? callWithTimeout(lookUp) : lookUp.get();
            isWarm = true;
            timeouts.set(0);
            lastFailure = null;
            return found;
        } catch (DataAccessException | TransactionException e) {
            if (!(e instanceof QueryTimeoutException) || timeouts.incrementAndGet() >= MAX_TIMEOUTS) {
                lastFailure = e;
            }
            throw e;
        }
    }

    private static <T extends @Nullable Object> T callWithTimeout(Supplier<T> lookUp) {
        try {
            return TimeLimiter.call("look-up", TIMEOUT, lookUp);
        } catch (TimeoutException e) {
            throw new QueryTimeoutException("no result within " + TIMEOUT, e);
        }
    }
}
