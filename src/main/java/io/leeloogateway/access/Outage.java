package io.leeloogateway.access;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A database that did not answer a moment ago is not asked again at once: callers must not wait one behind the other. */
final class Outage {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private volatile @Nullable Failure last;

    <T extends @Nullable Object> T guard(Supplier<T> lookUp) {
        var failure = last;
        if (failure != null && failure.isRecent()) {
            throw failure.exception();
        }
        try {
            return lookUp.get();
        } catch (DataAccessException | TransactionException e) {
            last = new Failure(System.nanoTime(), e);
            throw e;
        }
    }

    private record Failure(long nanoTime, RuntimeException exception) {

        boolean isRecent() {
            return System.nanoTime() - nanoTime < REMEMBERED.toNanos();
        }
    }
}
