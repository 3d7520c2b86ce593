package io.leeloogateway.cache.lease;

import io.leeloogateway.cache.store.LocalLease;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The leases of all replicas in the database, and the invalidations that they must apply. */
final class CacheLeaseRepository {

    /** Longer than the lease on the clock of the replica, because clocks run at slightly different rates. */
    private static final Duration DURATION = LocalLease.DURATION.plusMillis(250);

    private static final Duration KEPT = Duration.ofHours(1);

    private final JdbcClient database;

    CacheLeaseRepository(JdbcClient database) {
        this.database = database;
    }

    /** The scopes that were invalidated up to a snapshot of the database. */
    record Invalidated(String snapshot, Set<String> scopes) {}

    String findSnapshot() {
        return database.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    /** The scopes invalidated since an earlier snapshot. */
    Invalidated findInvalidatedSince(String snapshot) {
        return database.sql("""
                        select pg_current_snapshot()::text as snapshot, array(
                            select scope from cache_generations
                            where changed_by >= pg_snapshot_xmin(:known::pg_snapshot)
                                and not pg_visible_in_snapshot(changed_by, :known::pg_snapshot)) as scopes""")
                .param("known", snapshot)
                .query((row, _) -> new Invalidated(row.getString("snapshot"), Set.of((String[])
                        row.getArray("scopes").getArray())))
                .single();
    }

    /** False if there are invalidations after the snapshot, and at the first time. */
    boolean renew(UUID replicaId, String appliedSnapshot) {
        return database.sql(
                        "select renew_cache_lease(:replica, :applied::pg_snapshot, make_interval(secs => :seconds))")
                .param("replica", replicaId)
                .param("applied", appliedSnapshot)
                .param("seconds", DURATION.toMillis() / 1000.0)
                .query(Boolean.class)
                .single();
    }

    int countUnconfirmed(String transactionId) {
        return database.sql("select count_unconfirmed_leases(:change::xid8)")
                .param("change", transactionId)
                .query(Integer.class)
                .single();
    }

    void deleteOld() {
        database.sql("delete from cache_leases where expires_at < clock_timestamp() - make_interval(secs => :kept)")
                .param("kept", KEPT.toSeconds())
                .update();
    }

    void delete(UUID replicaId) {
        database.sql("delete from cache_leases where replica_id = :id")
                .param("id", replicaId)
                .update();
    }
}
