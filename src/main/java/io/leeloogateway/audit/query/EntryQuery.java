package io.leeloogateway.audit.query;

import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.retention.PartitionRange;
import io.leeloogateway.request.UuidV7Generator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the queries for the ids of matching entries. Only given filters are part of a query, so that an index serves it. */
final class EntryQuery {

    /** A frequent tag fills a page from this many of the newest events per row, which takes a few milliseconds. */
    private static final int EVENTS_PER_ROW = 400;

    private final List<String> rangeConditions = new ArrayList<>(List.of("true"));
    private final List<String> filterConditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();

    EntryQuery(EntryFilter filter, @Nullable String clientId, List<String[]> tags, @Nullable UUID last) {
        add(rangeConditions, "client_id = :client", "client", clientId);
        if (filter.from() != null) {
            add(
                    rangeConditions,
                    "entry_id >= :from and id >= :from",
                    "from",
                    UuidV7Generator.lowerBound(filter.from()));
        }
        if (filter.to() != null) {
            add(rangeConditions, "entry_id < :to", "to", UuidV7Generator.lowerBound(filter.to()));
        }
        add(rangeConditions, "entry_id < :last", "last", last);
        add(filterConditions, "key_id = :key", "key", filter.key());
        add(filterConditions, "action = :action", "action", filter.action());
        if (filter.outcome() != null) {
            add(filterConditions, outcome(filter.outcome()), "outcome", filter.outcome());
        }
        for (var i = 0; i < tags.size(); i++) {
            add(filterConditions, "tags && :tag" + i + "::text[]", "tag" + i, tags.get(i));
        }
    }

    Map<String, Object> values() {
        return values;
    }

    /** Reads in the order of an index. */
    String all() {
        return ids("audit_events", "true");
    }

    /** Reads only the newest events. */
    String newest(int rows) {
        return ids(
                "(select * from audit_events where %s order by entry_id desc limit %d)"
                        .formatted(String.join(" and ", rangeConditions), rows * EVENTS_PER_ROW),
                "true");
    }

    /** Reads by tag. Materialized, because PostgreSQL prefers to walk through all entries in order instead of sorting these. */
    String byTag(PartitionRange partitions) {
        return """
                with found as materialized (
                    select * from audit_events where tags && :tag0::text[] and %s
                    union all select * from audit_events where %s)
                """.formatted(partitions.condition("id"), partitions.lateEventCondition())
                + ids("found", partitions.condition("entry_id"));
    }

    private String ids(String table, String where) {
        return "select distinct entry_id from %s event where %s and %s and %s order by entry_id desc limit :rows"
                .formatted(table, where, String.join(" and ", rangeConditions), String.join(" and ", filterConditions));
    }

    private void add(List<String> conditions, String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** Only the last outcome of an entry counts. Outcomes other than success have an index of their own. */
    private static String outcome(String wanted) {
        return (AuditOutcome.SUCCESS.equals(wanted) ? "" : "audit_current_term(outcome) <> 'success' and ") + """
                audit_current_term(outcome) = :outcome and not exists (select 1 from audit_events later
                    where later.entry_id = event.entry_id and later.id > event.id and audit_current_term(later.outcome) <> :outcome)""";
    }
}
