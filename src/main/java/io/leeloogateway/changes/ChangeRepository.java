package io.leeloogateway.changes;

import io.leeloogateway.cache.PersonErased;
import io.leeloogateway.changes.ChangeCursor.Position;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and deletes recorded changes. */
@Repository
class ChangeRepository {

    private static final int BATCH = 5_000;

    private final JdbcClient database;

    ChangeRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * The changes after a position, in the order of their transactions. Leaves out what is newer than a transaction that still runs, which
     * could write changes before it: nobody skips a change that is committed late. Each kind is read from its index: a rare one is not searched
     * among all others.
     */
    List<RecordedChange> list(Position after, Collection<ResourceKind> kinds, int limit) {
        return database.sql("""
                        select next.xid::text, id, at, next.kind, resource_id, change, fields from unnest(:kinds) as wanted (kind), lateral (
                            select * from changes where kind = wanted.kind
                                and (xid, id) > (:xid::text::xid8, :id) and xid < pg_snapshot_xmin(pg_current_snapshot())
                            order by xid, id limit :limit) as next
                        order by next.xid, id limit :limit""")
                .param("xid", Long.toString(after.transaction()))
                .param("id", after.id())
                .param("kinds", kinds.stream().map(ResourceKind::value).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> change(row))
                .list();
    }

    int deleteBefore(Instant end) {
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = database.sql(
                            "delete from changes where (xid, id) in (select xid, id from changes where at < :end limit :batch)")
                    .param("end", Timestamp.from(end))
                    .param("batch", BATCH)
                    .update();
        }
        return deleted;
    }

    @EventListener
    void erase(PersonErased erased) {
        var links = erased.links();
        database.sql("delete from changes where resource_id = any (:ids)")
                .param(
                        "ids",
                        Stream.concat(Stream.of(links.personId()), links.orderIds().stream())
                                .toArray(String[]::new))
                .update();
    }

    private static RecordedChange change(ResultSet row) throws SQLException {
        var view = new ChangeView(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                ResourceKind.of(row.getString("kind")).orElseThrow(),
                row.getString("resource_id"),
                ChangeType.of(row.getString("change")),
                texts(row.getArray("fields")));
        return new RecordedChange(new Position(Long.parseLong(row.getString("xid")), row.getLong("id")), view);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** A change and its position. */
    record RecordedChange(Position position, ChangeView view) {}
}
