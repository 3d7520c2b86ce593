package io.leeloogateway.access.apikey;

import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionException;

/** Fails look-ups at once for a second after a database failure, so that callers do not queue behind a timeout. */
final class LookupCircuitBreaker {

    /** The timeouts of the driver are whole seconds. */
    private static final Duration TIMEOUT = Duration.ofMillis(500);

    private static final Duration OPEN_FOR = Duration.ofSeconds(1);

    private volatile @Nullable Failure lastFailure;

    /** The first look-up has no timeout: it opens a connection and runs uncompiled code. */
    private volatile boolean isWarm;

    <T extends @Nullable Object> T execute(Supplier<T> lookUp) {
        var failure = lastFailure;
        if (failure != null && failure.isRecent()) {
            throw failure.exception();
        }
        try {
            var found = isWarm ? callWithTimeout(lookUp) : lookUp.get();
            isWarm = true;
            return found;
        } catch (DataAccessException | TransactionException e) {
            lastFailure = new Failure(System.nanoTime(), e);
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

    private record Failure(long nanoTime, RuntimeException exception) {

        boolean isRecent() {
            return System.nanoTime() - nanoTime < OPEN_FOR.toNanos();
        }
    }
}
