package io.leeloogateway.cache.lease;

import io.leeloogateway.cache.Invalidation;
import io.leeloogateway.cache.store.LocalLease;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits until no replica answers from entries that a committed invalidation has made invalid. */
public final class InvalidationBarrier {

    private static final Logger log = LoggerFactory.getLogger(InvalidationBarrier.class);
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(2).toNanos();

    /** Many changes wait at the same time for a replica that is slow, and must not keep the database busy with their questions. */
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    /** Every lease that does not know of the invalidation was requested before its commit, and has ended by then. */
    private static final Duration LIMIT = LocalLease.DURATION.plusMillis(250);

    private InvalidationBarrier() {}

    /** Call after the commit and before the change is answered. */
    public static void await(Invalidation invalidation, JdbcClient database) {
        var leases = new CacheLeaseRepository(database);
        var startedNanos = System.nanoTime();
        var pauseNanos = FIRST_PAUSE_NANOS;
        while (!isConfirmed(invalidation, leases)) {
            if (System.nanoTime() - startedNanos > LIMIT.toNanos()) {
                return;
            }
            LockSupport.parkNanos(pauseNanos);
            pauseNanos = Math.min(2 * pauseNanos, LONGEST_PAUSE_NANOS);
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
