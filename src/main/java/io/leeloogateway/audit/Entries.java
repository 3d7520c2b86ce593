package io.leeloogateway.audit;

import io.leeloogateway.request.TimeOrderedIds;
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
class Entries {

    private final JdbcClient database;
    private final Pseudonyms pseudonyms;

    Entries(JdbcClient database, Pseudonyms pseudonyms) {
        this.database = database;
        this.pseudonyms = pseudonyms;
    }

    /** After the one that was shown last, as many as wanted. */
    List<EntryView> find(EntryFilter filter, @Nullable UUID last, int rows) {
        return read(ids(filter, last, rows));
    }

    /** Which ones they are. */
    List<UUID> ids(EntryFilter filter, @Nullable UUID last, int rows) {
        return new Wanted(pseudonyms, database).ids(filter, last, rows);
    }

    List<EntryView> read(List<UUID> entryIds) {
        return rows(entryIds).values().stream().map(EntryView::of).toList();
    }

    /** The events of each, in the order in which they are asked for. */
    Map<UUID, List<EventRow>> rows(List<UUID> entryIds) {
        var found = new LinkedHashMap<UUID, List<EventRow>>();
        if (entryIds.isEmpty()) {
            return found;
        }
        entryIds.forEach(id -> found.put(id, new ArrayList<>()));
        var oldest = entryIds.stream().min(UUID::compareTo).orElseThrow();
        database.sql("select * from audit_events where entry_id in (:ids) and id >= :oldest order by id")
                .param("ids", entryIds)
                .param("oldest", TimeOrderedIds.startOf(oldest))
                .query(EventRow::of)
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
