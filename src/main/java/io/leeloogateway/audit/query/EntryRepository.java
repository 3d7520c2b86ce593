package io.leeloogateway.audit.query;

import io.leeloogateway.access.ClientDirectory;
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

/** Finds audit entries, newest first. */
@Repository
class EntryRepository {

    private final JdbcClient database;
    private final EntryTags entryTags;
    private final ClientDirectory clients;
    private final Clock clock;

    EntryRepository(JdbcClient database, EntryTags entryTags, ClientDirectory clients, Clock clock) {
        this.database = database;
        this.entryTags = entryTags;
        this.clients = clients;
        this.clock = clock;
    }

    /** Finds the entries after the last id of the previous page. */
    List<EntryView> find(EntryFilter filter, @Nullable UUID lastId, int rows) {
        return read(ids(filter, lastId, rows));
    }

    /** The ids of these entries. */
    List<UUID> ids(EntryFilter filter, @Nullable UUID lastId, int rows) {
        var tags = entryTags.of(filter);
        var query = new EntryQuery(filter, clientId(filter), tags, lastId);
        if (tags.isEmpty()) {
            return ids(query, query.all(), rows);
        }
        var newest = ids(query, query.newest(rows), rows);
        return newest.size() == rows ? newest : idsByTag(filter, lastId, query, rows);
    }

    private @Nullable String clientId(EntryFilter filter) {
        return filter.client() == null ? null : clients.idOf(filter.client());
    }

    private List<UUID> idsByTag(EntryFilter filter, @Nullable UUID lastId, EntryQuery query, int rows) {
        var found = new ArrayList<UUID>();
        for (var partitions : PartitionRange.backwardsFrom(
                lastId == null ? filter.to() : UuidV7Generator.timestamp(lastId), clock.instant())) {
            if (found.size() < rows && !partitions.endsBefore(filter.from())) {
                found.addAll(ids(query, query.byTag(partitions), rows - found.size()));
            }
        }
        return found;
    }

    private List<UUID> ids(EntryQuery query, String sql, int rows) {
        return database.sql(sql)
                .params(query.values())
                .param("rows", rows)
                .query((row, _) -> row.getObject("entry_id", UUID.class))
                .list();
    }

    List<EntryView> read(List<UUID> entryIds) {
        return rows(entryIds).values().stream().map(EntryMerger::merge).toList();
    }

    /** The events of each entry, in the order of the ids. */
    Map<UUID, List<AuditEventRow>> rows(List<UUID> entryIds) {
        var found = new LinkedHashMap<UUID, List<AuditEventRow>>();
        if (entryIds.isEmpty()) {
            return found;
        }
        entryIds.forEach(id -> found.put(id, new ArrayList<>()));
        var oldest = entryIds.stream().min(UUID::compareTo).orElseThrow();
        database.sql("select %s from audit_events where entry_id = any (:ids::uuid[]) and id >= :oldest order by id"
                        .formatted(AuditEventRow.COLUMNS))
                .param("ids", entryIds.stream().map(UUID::toString).toArray(String[]::new))
                .param("oldest", UuidV7Generator.lowerBound(oldest))
                .query(AuditEventRow::of)
                .list()
                .forEach(event -> found.getOrDefault(event.entryId(), List.of()).add(event));
        found.values().removeIf(List::isEmpty);
        return found;
    }
}
