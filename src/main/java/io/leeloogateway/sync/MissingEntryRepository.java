package io.leeloogateway.sync;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the cached entries that a run did not meet and that nobody else has read since it started. */
@Repository
class MissingEntryRepository {

    /** The entries that one statement looks at. */
    private static final int BATCH = 5_000;

    private final JdbcClient database;

    MissingEntryRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<String> findNext(SyncRun run) {
        var after = run.checkpoint().checkedUpTo();
        var from = after == null ? "" : after;
        for (var batch = read(run, from);
                !batch.isEmpty();
                batch = read(run, batch.getLast().id())) {
            var next = batch.stream().filter(Entry::isMissing).findFirst();
            if (next.isPresent()) {
                return next.map(Entry::id);
            }
        }
        return Optional.empty();
    }

    private List<Entry> read(SyncRun run, String after) {
        return database.sql(select(run.kind()))
                .param("kind", run.kind().value())
                .param("run", run.id())
                .param("startedAt", Timestamp.from(run.startedAt()))
                .param("after", after)
                .param("batch", BATCH)
                .query((row, _) -> new Entry(row.getString("id"), row.getBoolean("is_missing")))
                .list();
    }

    /** Entries without a document and without a row are known to be not found, or are only links. */
    private static String select(SyncKind kind) {
        return switch (kind) {
            case PEOPLE -> select("cached_people");
            case ORDERS -> select("cached_orders");
            default -> """
                    select id, run_id <> :run as is_missing from sync_entries
                    where kind = :kind and id > :after order by id limit :batch""";
        };
    }

    private static String select(String table) {
        return """
                select id, (document is not null or list_row is not null) and greatest(fetched_at, list_row_fetched_at) < :startedAt
                    and not exists (select from sync_entries met where met.kind = :kind and met.id = entry.id and met.run_id = :run) as is_missing
                from %s entry where id > :after order by id limit :batch""".formatted(table);
    }

    /** False if the entry was erased. */
    boolean isCached(SyncKind kind, String id) {
        var statement =
                switch (kind) {
                    case PEOPLE -> "select exists (select from cached_people where id = :id)";
                    case ORDERS -> "select exists (select from cached_orders where id = :id)";
                    case TAGS, USERS, CONNECTIONS, TEMPLATES, TUNNELS ->
                        "select exists (select from sync_entries where kind = :kind and id = :id)";
                };
        return database.sql(statement)
                .param("kind", kind.value())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** The row of an entry that is gone; the cached not-found stays. */
    void forgetRow(SyncKind kind, String id) {
        switch (kind) {
            case PEOPLE -> database.sql("""
                            update cached_people set list_row = null, name = null, phone = null, email = null, tags = '{}'
                            where id = :id and document is null""").param("id", id).update();
            case ORDERS ->
                database.sql("update cached_orders set list_row = null where id = :id and document is null")
                        .param("id", id)
                        .update();
            case TAGS, USERS, CONNECTIONS, TEMPLATES, TUNNELS -> {}
        }
    }

    private record Entry(String id, boolean isMissing) {}
}
