package io.leeloogateway.cache.store;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;

/** Bounds how many bodies of cache entries, of up to some MiB, are read from the database at once. */
final class BodyReads {

    private static final int MAX_READS = 4;

    /** Hundreds of reads of one entry come here before the first has put it into memory. */
    private static final int MAX_WAIT_MILLIS = 3_000;

    private final Semaphore permits = new Semaphore(MAX_READS, true);

    <T> T call(Supplier<T> read) {
        acquire();
        try {
            return read.get();
        } finally {
            permits.release();
        }
    }

    private void acquire() {
        try {
            if (!permits.tryAcquire(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new QueryTimeoutException("other cache entries are read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryTimeoutException("interrupted", e);
        }
    }
}
