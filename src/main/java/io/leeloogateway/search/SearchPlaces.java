package io.leeloogateway.search;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Bounds the searches that run at once, so that slow ones leave connections to the database to other requests. */
@Component
class SearchPlaces {

    /** Fewer than half of the connections of an instance. */
    static final int PLACES = 4;

    private static final long MAX_WAIT_MILLIS = 1_000;

    private final Semaphore places = new Semaphore(PLACES, true);

    <T> T with(Supplier<T> search) {
        if (!isFree()) {
            throw new TooManySearches();
        }
        try {
            return search.get();
        } finally {
            places.release();
        }
    }

    private boolean isFree() {
        try {
            return places.tryAcquire(MAX_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
