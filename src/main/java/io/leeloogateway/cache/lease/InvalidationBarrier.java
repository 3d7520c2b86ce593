package io.leeloogateway.cache.lease;

import io.leeloogateway.cache.Invalidation;
import io.leeloogateway.cache.store.LocalLease;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits until no replica answers from entries that a committed invalidation has made invalid. */
public final class InvalidationBarrier {

    private static final Logger log = LoggerFactory.getLogger(InvalidationBarrier.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

    /** Many changes wait at the same time for a replica that is slow, and must not keep the database busy with their questions. */
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(100);

    /** Every lease that does not know of the invalidation was requested before its commit, and has ended by then. */
    private static final Duration LIMIT = LocalLease.DURATION.plusMillis(250);

    private InvalidationBarrier() {}

    /** Call after the commit and before the change is answered. */
    public static void await(Invalidation invalidation, JdbcClient database) {
        var leases = new CacheLeaseRepository(database);
        var startedNanos = System.nanoTime();
        var pause = FIRST_PAUSE;
        while (!isConfirmed(invalidation, leases)) {
            if (System.nanoTime() - startedNanos > LIMIT.toNanos()) {
                return;
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
        }
    }

    /** Without the database, the leases end by themselves. */
    private static boolean isConfirmed(Invalidation invalidation, CacheLeaseRepository leases) {
        try {
            return leases.countUnconfirmed(invalidation.transactionId()) == 0;
        } catch (DataAccessException e) {
            log.debug("the leases cannot be read", e);
            return false;
        }
    }
}
