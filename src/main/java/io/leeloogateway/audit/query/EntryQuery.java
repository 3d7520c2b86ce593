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

/** Which entries a filter means, as queries for their ids. Only what is asked for is part of them, so that an index serves it. */
final class EntryQuery {

    /** What entries are often about has a page among so many events for each row; walking through them takes a few milliseconds. */
    private static final int NEWEST = 400;

    private final List<String> place = new ArrayList<>(List.of("true"));
    private final List<String> rest = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();

    EntryQuery(EntryFilter filter, List<String[]> marks, @Nullable UUID last) {
        narrow(place, "client_id = :client", "client", filter.client());
        if (filter.from() != null) {
            narrow(place, "entry_id >= :from and id >= :from", "from", UuidV7Generator.first(filter.from()));
        }
        if (filter.to() != null) {
            narrow(place, "entry_id < :to", "to", UuidV7Generator.first(filter.to()));
        }
        narrow(place, "entry_id < :last", "last", last);
        narrow(rest, "key_id = :key", "key", filter.key());
        narrow(rest, "operation = :operation", "operation", filter.operation());
        if (filter.outcome() != null) {
            narrow(rest, outcome(filter.outcome()), "outcome", filter.outcome());
        }
        for (var i = 0; i < marks.size(); i++) {
            narrow(rest, "about && :about" + i + "::text[]", "about" + i, marks.get(i));
        }
    }

    Map<String, Object> values() {
        return values;
    }

    /** In the order of an index. */
    String all() {
        return ids("audit_events", "true");
    }

    /** Among the newest only. */
    String newest(int rows) {
        return ids(
                "(select * from audit_events where %s order by entry_id desc limit %d)"
                        .formatted(String.join(" and ", place), rows * NEWEST),
                "true");
    }

    /** By what they are about. PostgreSQL would rather walk through all entries in their order than sort these, so it is made to. */
    String about(PartitionRange stretch) {
        return """
                with found as materialized (
                    select * from audit_events where about && :about0::text[] and %s
                    union all select * from audit_events where %s)
                """.formatted(stretch.of("id"), stretch.later()) + ids("found", stretch.of("entry_id"));
    }

    private String ids(String table, String where) {
        return "select distinct entry_id from %s event where %s and %s and %s order by entry_id desc limit :rows"
                .formatted(table, where, String.join(" and ", place), String.join(" and ", rest));
    }

    private void narrow(List<String> conditions, String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** What was believed before something else became known does not count. What is not ok has an index of its own. */
    private static String outcome(String wanted) {
        return (AuditOutcome.OK.equals(wanted) ? "" : "outcome <> 'ok' and ") + """
                outcome = :outcome and not exists (select 1 from audit_events later
                    where later.entry_id = event.entry_id and later.id > event.id and later.outcome <> :outcome)""";
    }
}
