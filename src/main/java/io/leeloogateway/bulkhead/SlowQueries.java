package io.leeloogateway.bulkhead;

import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Queries that may read many rows, as callers choose the filter. They share four of the ten connections of the request pool, and those of one
 * client two; searches, other reads and the readiness have the rest.
 */
@Component
public class SlowQueries {

    /** Longer than a statement takes. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    /** A response that has begun cannot be refused any more. */
    private static final Duration LONG_WAIT = Duration.ofSeconds(30);

    /** Of a client. */
    private static final int MAX_WAITERS = 16;

    private final ClientBulkhead bulkhead = new ClientBulkhead(4, 2);

    /** Waits at most two seconds for a permit; a query that gets none is a 503. */
    public <T> T run(Supplier<T> query) {
        return run(query, WAIT, MAX_WAITERS);
    }

    /** For the next part of a response that has begun: waits at most 30 s. */
    public <T> T runNext(Supplier<T> query) {
        return run(query, LONG_WAIT, Integer.MAX_VALUE);
    }

    private <T> T run(Supplier<T> query, Duration maxWait, int maxWaiters) {
        try (var _ = bulkhead.tryAcquire(maxWait, maxWaiters).orElseThrow(TooManyQueries::new)) {
            return query.get();
        }
    }
}
