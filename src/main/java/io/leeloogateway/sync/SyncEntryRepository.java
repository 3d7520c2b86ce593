package io.leeloogateway.sync;

import io.leeloogateway.cache.PersonErased;
import io.leeloogateway.leeloo.ResourceType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which rows a run has met, and their content as a digest. */
@Repository
class SyncEntryRepository {

    private final JdbcClient database;

    SyncEntryRepository(JdbcClient database) {
        this.database = database;
    }

    /** What is committed now, as the state before a call to Leeloo. */
    String snapshot() {
        return database.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    /**
     * Records the rows of a page. A row whose resource was changed or erased since the snapshot is left out. Runs in a transaction; the lock
     * waits for an erasure.
     */
    MetRows record(SyncRun run, SyncPage page, String snapshot) {
        database.sql("lock table cached_people in row exclusive mode").update();
        var known = findMet(run, page);
        var rows = page.rows().stream().collect(Collectors.toMap(SyncRow::id, SyncRow::digest, (first, _) -> first));
        var ids = List.copyOf(rows.keySet());
        var recorded = database.sql("""
                        insert into sync_entries (kind, id, digest, run_id)
                        select :kind, met.id, met.digest, :run from unnest(:ids::text[], :digests::text[]) as met (id, digest)
                        where not exists (select from cache_generations
                            where scope = :type || ' ' || met.id and not pg_visible_in_snapshot(changed_by, :snapshot::pg_snapshot))
                        on conflict (kind, id) do update set digest = excluded.digest, run_id = excluded.run_id
                        returning new.id, old.id is null as is_new, old.run_id is distinct from new.run_id as is_first,
                            old.digest is distinct from new.digest as is_changed""")
                .param("kind", run.kind().value())
                .param("run", run.id())
                .param("ids", ids.toArray(String[]::new))
                .param("digests", ids.stream().map(rows::get).toArray(String[]::new))
                .param("type", type(run.kind()))
                .param("snapshot", snapshot)
                .query((row, _) -> read(row))
                .list();
        var startsKnown =
                !page.rows().isEmpty() && known.contains(page.rows().getFirst().id());
        return MetRows.of(recorded, page.rejected(), startsKnown);
    }

    private static MetRows.Row read(ResultSet row) throws SQLException {
        return new MetRows.Row(
                row.getString("id"),
                MetRows.Change.of(row.getBoolean("is_new"), row.getBoolean("is_first"), row.getBoolean("is_changed")));
    }

    private Set<String> findMet(SyncRun run, SyncPage page) {
        return database.sql("select id from sync_entries where kind = :kind and run_id = :run and id = any (:ids)")
                .param("kind", run.kind().value())
                .param("run", run.id())
                .param("ids", page.rows().stream().map(SyncRow::id).toArray(String[]::new))
                .query((row, _) -> row.getString("id"))
                .set();
    }

    /** Keeps an entry that a run has not met in the list. */
    void keep(SyncRun run, String id) {
        database.sql("update sync_entries set run_id = :run where kind = :kind and id = :id")
                .param("run", run.id())
                .param("kind", run.kind().value())
                .param("id", id)
                .update();
    }

    /** Deletes the entries that the run has not met, and returns their number. */
    int deleteUnmet(SyncRun run) {
        return database.sql("delete from sync_entries where kind = :kind and run_id <> :run")
                .param("kind", run.kind().value())
                .param("run", run.id())
                .update();
    }

    @EventListener
    void erase(PersonErased erased) {
        var links = erased.links();
        database.sql("""
                        delete from sync_entries
                        where kind = 'people' and id = :person or kind = 'orders' and id = any (:orders)""")
                .param("person", links.personId())
                .param("orders", links.orderIds().toArray(String[]::new))
                .update();
    }

    private static String type(SyncKind kind) {
        return switch (kind) {
            case PEOPLE -> ResourceType.PERSON.name();
            case ORDERS -> ResourceType.ORDER.name();
            case TAGS, USERS, CONNECTIONS, TEMPLATES, TUNNELS -> ResourceType.REFERENCE.name();
        };
    }
}
