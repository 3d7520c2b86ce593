package io.leeloogateway.sync;

import io.leeloogateway.request.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores runs. A run goes on only for the replica that stored its latest checkpoint. */
@Repository
class SyncRunRepository {

    private final JdbcClient database;

    SyncRunRepository(JdbcClient database) {
        this.database = database;
    }

    /** Returns false if another run of the kind is not finished. */
    boolean insert(SyncRun run) {
        return database.sql("""
                        insert into sync_runs (id, kind, mode, state, checkpoint, started_at)
                        values (:id, :kind, :mode, :state, :checkpoint, :startedAt)
                        on conflict (kind) where state in ('queued', 'running') do nothing""")
                        .param("id", run.id())
                        .param("kind", run.kind().value())
                        .param("mode", run.mode().value())
                        .param("state", run.state().value())
                        .param("checkpoint", run.checkpoint().json())
                        .param("startedAt", Timestamp.from(run.startedAt()))
                        .update()
                == 1;
    }

    Optional<SyncRun> find(UUID id) {
        return database.sql("select * from sync_runs where id = :id")
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    Optional<SyncRun> findUnfinished(SyncKind kind) {
        return database.sql("select * from sync_runs where kind = :kind and state in ('queued', 'running')")
                .param("kind", kind.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The latest end of a run of a kind in one of the modes, also of a failed or cancelled one. */
    Optional<SyncRun> findLastFinished(SyncKind kind, SyncMode mode) {
        return database.sql("""
                        select * from sync_runs where kind = :kind and mode = :mode and finished_at is not null
                        order by finished_at desc limit 1""")
                .param("kind", kind.value())
                .param("mode", mode.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** Newest first. */
    List<SyncRun> list(Cursor after, int limit) {
        return database.sql("""
                        select * from sync_runs where (started_at, id::text) < (:startedAt, :id)
                        order by started_at desc, id::text desc limit :limit""")
                .param("startedAt", Timestamp.from(after.createdAt()))
                .param("id", after.id())
                .param("limit", limit)
                .query((row, _) -> read(row))
                .list();
    }

    /** Stores the progress; empty if the run was cancelled, or if another replica has taken it over. */
    Optional<SyncRun> update(SyncRun run, @Nullable Instant finishedAt) {
        return database.sql("""
                        update sync_runs set state = :state, checkpoint = :checkpoint, version = version + 1, pages = :pages, calls = :calls,
                            rows_new = :added, rows_changed = :changed, rows_unchanged = :unchanged, rows_gone = :gone, rows_rejected = :rejected,
                            total = :total, error = :error, finished_at = :finishedAt
                        where id = :id and version = :version and state in ('queued', 'running') returning *""")
                .param("id", run.id())
                .param("version", run.version())
                .param("state", run.state().value())
                .param("checkpoint", run.checkpoint().json())
                .param("pages", run.pages())
                .param("calls", run.calls())
                .param("added", run.rows().added())
                .param("changed", run.rows().changed())
                .param("unchanged", run.rows().unchanged())
                .param("gone", run.rows().gone())
                .param("rejected", run.rows().rejected())
                .param("total", run.total())
                .param("error", run.error())
                .param("finishedAt", finishedAt == null ? null : Timestamp.from(finishedAt))
                .query((row, _) -> read(row))
                .optional();
    }

    /** Cancels a run unless it is finished. */
    void cancel(UUID id, Instant now) {
        database.sql("""
                        update sync_runs set state = 'cancelled', finished_at = :now
                        where id = :id and state in ('queued', 'running')""").param("id", id).param("now", Timestamp.from(now)).update();
    }

    /** A run of recent people never keeps a full run waiting. */
    void cancelRecent(SyncKind kind, Instant now) {
        database.sql("""
                        update sync_runs set state = 'cancelled', finished_at = :now
                        where kind = :kind and mode = 'recent' and state in ('queued', 'running')""")
                .param("kind", kind.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Of the runs of recent people, only the last one is of interest. */
    void deleteOld(Instant before) {
        database.sql("""
                        delete from sync_runs where finished_at < :before or mode = 'recent' and finished_at <
                            (select max(finished_at) from sync_runs where mode = 'recent')""").param("before", Timestamp.from(before)).update();
    }

    private static SyncRun read(ResultSet row) throws SQLException {
        var rows = new RowCounts(
                row.getLong("rows_new"),
                row.getLong("rows_changed"),
                row.getLong("rows_unchanged"),
                row.getLong("rows_gone"),
                row.getLong("rows_rejected"));
        return new SyncRun(
                row.getObject("id", UUID.class),
                SyncKind.of(row.getString("kind")),
                SyncMode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                SyncState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Checkpoint.parse(row.getString("checkpoint")),
                row.getInt("version"),
                row.getInt("pages"),
                row.getInt("calls"),
                rows,
                row.getObject("total", Long.class),
                row.getString("error"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
