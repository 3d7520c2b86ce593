package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.leeloo.CacheKey;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leases of loads across all instances, by the clock of the database: only the holder of the lease of a key asks Leeloo for it. */
@Repository
class LoadLeaseRepository {

    /** Longer than any call to Leeloo takes: the holder of an older lease has stopped. */
    private static final Duration DURATION = Duration.ofSeconds(35);

    /** Longer than a retry takes. */
    private static final Duration RETRY_DURATION = LoadRunner.RETRY_TIMEOUT.plusSeconds(2);

    private final JdbcClient database;

    LoadLeaseRepository(JdbcClient database) {
        this.database = database;
    }

    /** Takes over a lease that has expired, failed, has an older generation, or is too slow for a read with no-cache. */
    boolean acquire(UUID leaseId, CacheRead<?> read) {
        return database.sql("""
                        insert into cache_loads as old (cache_key, lease_id, generation, started_at, expires_at)
                        values (:key, :leaseId, :generation, clock_timestamp(), clock_timestamp() + make_interval(secs => :duration))
                        on conflict (cache_key) do update set lease_id = excluded.lease_id, generation = excluded.generation,
                            started_at = excluded.started_at, expires_at = excluded.expires_at, failure = null,
                            retry_lease_id = null, retry_expires_at = null
                        where old.expires_at < clock_timestamp() or old.failure is not null
                            or old.generation < excluded.generation
                            or (:noCache and old.started_at < clock_timestamp() - make_interval(secs => :maxWait))""")
                        .param("noCache", read.cacheControl().noCache())
                        .param("maxWait", InFlightLoad.SLOW_AFTER.toSeconds())
                        .param("key", read.key().text())
                        .param("leaseId", leaseId)
                        .param("generation", read.entry().generation())
                        .param("duration", DURATION.toSeconds())
                        .update()
                == 1;
    }

    /** Takes the place of the only retry beside a load that hangs. */
    boolean acquireRetry(UUID leaseId, CacheRead<?> read) {
        return database.sql("""
                        update cache_loads set retry_lease_id = :leaseId,
                            retry_expires_at = clock_timestamp() + make_interval(secs => :duration)
                        where cache_key = :key and generation >= :generation and failure is null
                            and started_at < clock_timestamp() - make_interval(secs => :slowAfter)
                            and (retry_expires_at is null or retry_expires_at < clock_timestamp())""")
                        .param("leaseId", leaseId)
                        .param("duration", RETRY_DURATION.toSeconds())
                        .param("key", read.key().text())
                        .param("generation", read.entry().generation())
                        .param("slowAfter", InFlightLoad.SLOW_AFTER.toSeconds())
                        .update()
                == 1;
    }

    Optional<Lease> find(CacheKey key) {
        return database.sql("""
                        select lease_id, generation, failure, started_at < clock_timestamp() - make_interval(secs => :maxWait) as is_slow
                        from cache_loads where cache_key = :key and expires_at > clock_timestamp()""")
                .param("maxWait", InFlightLoad.SLOW_AFTER.toSeconds())
                .param("key", key.text())
                .query((row, _) -> new Lease(
                        row.getObject("lease_id", UUID.class),
                        row.getLong("generation"),
                        row.getString("failure"),
                        row.getBoolean("is_slow")))
                .optional();
    }

    /** Ends a load or a retry. */
    void release(CacheKey key, UUID leaseId) {
        database.sql("""
                        with retry as (update cache_loads set retry_lease_id = null, retry_expires_at = null
                            where cache_key = :key and retry_lease_id = :leaseId)
                        delete from cache_loads where cache_key = :key and lease_id = :leaseId""").param("key", key.text()).param("leaseId", leaseId).update();
    }

    /** Keeps the failure for two seconds for the instances that wait for the load. */
    void fail(CacheKey key, UUID leaseId, String failure) {
        database.sql("""
                        update cache_loads set failure = :failure, expires_at = clock_timestamp() + interval '2 seconds'
                        where cache_key = :key and lease_id = :leaseId""")
                .param("key", key.text())
                .param("leaseId", leaseId)
                .param("failure", failure)
                .update();
    }

    /** A lease that has not expired. */
    record Lease(UUID id, long generation, @Nullable String failure, boolean isSlow) {

        /** A read with no-cache accepts no failure from before the read, and does not wait for a slow load. */
        boolean isUsableFor(CacheRead<?> read) {
            return generation >= read.entry().generation()
                    && !(read.cacheControl().noCache() && (isSlow || failure != null));
        }

        boolean isSameAs(Lease other) {
            return id.equals(other.id);
        }
    }
}
