package io.leeloogateway.audit.query;

import io.leeloogateway.audit.retention.PartitionRange;
import io.leeloogateway.audit.store.AuditEventRow;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds entries, from new to old. */
@Repository
class EntryRepository {

    private final JdbcClient database;
    private final EntryTags marks;
    private final Clock clock;

    EntryRepository(JdbcClient database, EntryTags marks, Clock clock) {
        this.database = database;
        this.marks = marks;
        this.clock = clock;
    }

    /** After the one that was shown last, as many as wanted. */
    List<EntryView> find(EntryFilter filter, @Nullable UUID last, int rows) {
        return read(ids(filter, last, rows));
    }

    /** Which ones they are. */
    List<UUID> ids(EntryFilter filter, @Nullable UUID last, int rows) {
        var about = marks.of(filter);
        var wanted = new EntryQuery(filter, about, last);
        if (about.isEmpty()) {
            return ids(wanted, wanted.all(), rows);
        }
        var newest = ids(wanted, wanted.newest(rows), rows);
        return newest.size() == rows ? newest : far(filter, last, wanted, rows);
    }

    private List<UUID> far(EntryFilter filter, @Nullable UUID last, EntryQuery wanted, int rows) {
        var found = new ArrayList<UUID>();
        for (var stretch :
                PartitionRange.back(last == null ? filter.to() : UuidV7Generator.at(last), clock.instant())) {
            if (found.size() < rows && !stretch.isBefore(filter.from())) {
                found.addAll(ids(wanted, wanted.about(stretch), rows - found.size()));
            }
        }
        return found;
    }

    private List<UUID> ids(EntryQuery wanted, String query, int rows) {
        return database.sql(query)
                .params(wanted.values())
                .param("rows", rows)
                .query((row, _) -> row.getObject("entry_id", UUID.class))
                .list();
    }

    List<EntryView> read(List<UUID> entryIds) {
        return rows(entryIds).values().stream().map(EntryView::of).toList();
    }

    /** The events of each, in the order in which they are asked for. */
    Map<UUID, List<AuditEventRow>> rows(List<UUID> entryIds) {
        var found = new LinkedHashMap<UUID, List<AuditEventRow>>();
        if (entryIds.isEmpty()) {
            return found;
        }
        entryIds.forEach(id -> found.put(id, new ArrayList<>()));
        var oldest = entryIds.stream().min(UUID::compareTo).orElseThrow();
        database.sql("select * from audit_events where entry_id = any (:ids::uuid[]) and id >= :oldest order by id")
                .param("ids", entryIds.stream().map(UUID::toString).toArray(String[]::new))
                .param("oldest", UuidV7Generator.startOf(oldest))
                .query(AuditEventRow::of)
                .list()
                .forEach(event -> found.getOrDefault(event.entryId(), List.of()).add(event));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    /** Those of one request; an id that callers choose may stand for several. */
    List<UUID> ofRequest(String requestId, @Nullable String clientId, int most) {
        return database.sql("""
                        select distinct entry_id from audit_events
                        where request_id = :request and (:client::text is null or client_id = :client)
                        order by entry_id desc limit :most""")
                .param("request", requestId)
                .param("client", clientId)
                .param("most", most)
                .query((row, _) -> row.getObject("entry_id", UUID.class))
                .list();
    }
}
