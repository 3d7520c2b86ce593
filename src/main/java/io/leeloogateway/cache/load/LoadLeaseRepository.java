package io.leeloogateway.cache.load;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheLookup;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asks Leeloo for what, over all replicas, by the database's clock. */
@Repository
class LoadLeaseRepository {

    /** Longer than any call takes: whoever holds a lease for longer is dead. */
    private static final Duration LONGEST = Duration.ofSeconds(35);

    private final JdbcClient database;

    LoadLeaseRepository(JdbcClient database) {
        this.database = database;
    }

    /** Takes the lease, also from a holder who is done, dead, asks for what was changed since, or keeps waiting whoever wants it new. */
    boolean take(String id, UUID holder, long generation, RequestCacheControl directives) {
        return database.sql("""
                        insert into cache_loads as held (id, holder, generation, begun_at, expires_at)
                        values (:id, :holder, :generation, clock_timestamp(), clock_timestamp() + make_interval(secs => :seconds))
                        on conflict (id) do update set holder = excluded.holder, generation = excluded.generation,
                            begun_at = excluded.begun_at, expires_at = excluded.expires_at, failure = null
                        where held.expires_at < clock_timestamp() or held.failure is not null
                            or held.generation < excluded.generation
                            or (:impatient and held.begun_at < clock_timestamp() - make_interval(secs => :patience))""")
                        .param("impatient", directives.noCache())
                        .param("patience", InFlightLoad.PATIENCE.toSeconds())
                        .param("id", id)
                        .param("holder", holder)
                        .param("generation", generation)
                        .param("seconds", LONGEST.toSeconds())
                        .update()
                == 1;
    }

    /** Who holds it now. */
    Optional<Lease> find(String id) {
        return database.sql("""
                        select holder, generation, failure, begun_at < clock_timestamp() - make_interval(secs => :patience) as hangs
                        from cache_loads where id = :id and expires_at > clock_timestamp()""")
                .param("patience", InFlightLoad.PATIENCE.toSeconds())
                .param("id", id)
                .query((row, _) -> new Lease(
                        row.getObject("holder", UUID.class),
                        row.getLong("generation"),
                        row.getString("failure"),
                        row.getBoolean("hangs")))
                .optional();
    }

    void release(String id, UUID holder) {
        database.sql("delete from cache_loads where id = :id and holder = :holder")
                .param("id", id)
                .param("holder", holder)
                .update();
    }

    /** Leaves word of a failure for those who wait elsewhere. */
    void fail(String id, UUID holder, String failure) {
        database.sql("""
                        update cache_loads set failure = :failure, expires_at = clock_timestamp() + interval '2 seconds'
                        where id = :id and holder = :holder""")
                .param("id", id)
                .param("holder", holder)
                .param("failure", failure)
                .update();
    }

    /** A lease that somebody holds. */
    record Lease(UUID holder, long generation, @Nullable String failure, boolean hangs) {

        /** Not for who wants it new: a failure is of before, and a call that hangs may hang for long. */
        boolean isOfUse(CacheLookup seen, RequestCacheControl directives) {
            return generation >= seen.generation() && !(directives.noCache() && (hangs || failure != null));
        }

        boolean isOf(Lease other) {
            return holder.equals(other.holder);
        }
    }
}
