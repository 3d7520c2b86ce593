package io.leeloogateway.audit;

import io.leeloogateway.request.TimeOrderedIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which entries a filter means. Only what is asked for is part of the query, so that an index serves it. */
final class Wanted {

    /** Known not to be common: PostgreSQL would rather walk through all entries in their order than sort these. */
    private static final String ABOUT =
            "with found as materialized (select * from audit_events where about && :about0::text[]) select distinct entry_id from found where ";

    private static final String ALL = "select distinct entry_id from audit_events where ";

    private final Pseudonyms pseudonyms;
    private final JdbcClient database;
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final Map<String, Object> values = new HashMap<>();

    Wanted(Pseudonyms pseudonyms, JdbcClient database) {
        this.pseudonyms = pseudonyms;
        this.database = database;
    }

    List<UUID> ids(EntryFilter filter, @Nullable UUID last, int rows) {
        var marks = marks(filter);
        narrow("client_id = :client", "client", filter.client());
        narrow("key_id = :key", "key", filter.key());
        narrow("operation = :operation", "operation", filter.operation());
        narrow(outcome(marks.isEmpty() ? "audit_events" : "found"), "outcome", filter.outcome());
        narrow(
                "entry_id >= :from and id >= :from",
                "from",
                filter.from() == null ? null : TimeOrderedIds.first(filter.from()));
        narrow("entry_id < :to", "to", filter.to() == null ? null : TimeOrderedIds.first(filter.to()));
        narrow("entry_id < :last", "last", last);
        for (var i = 0; i < marks.size(); i++) {
            narrow("about && :about" + i + "::text[]", "about" + i, marks.get(i));
        }
        return database.sql((marks.isEmpty() ? ALL : ABOUT) + String.join(" and ", conditions)
                        + " order by entry_id desc limit :rows")
                .params(values)
                .param("rows", rows)
                .query((row, _) -> row.getObject("entry_id", UUID.class))
                .list();
    }

    /** What an entry must be about, each of them in one of several ways. */
    private List<String[]> marks(EntryFilter filter) {
        var marks = new ArrayList<String[]>();
        if (filter.target() != null) {
            marks.add(new String[] {Targets.target(filter.target())});
        }
        if (filter.person() != null) {
            marks.add(new String[] {Targets.person(filter.person()), Targets.target(filter.person())});
        }
        if (filter.phone() != null) {
            marks.add(names(Contacts.phone(filter.phone())));
        }
        if (filter.email() != null) {
            marks.add(names(Contacts.email(filter.email())));
        }
        return marks;
    }

    private String[] names(String contact) {
        return pseudonyms.find(contact, database).stream()
                .map(Targets::pseudonym)
                .toArray(String[]::new);
    }

    private void narrow(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** What was believed before something else became known does not count. */
    private static String outcome(String table) {
        return """
                outcome = :outcome and not exists (select 1 from audit_events later
                    where later.entry_id = %1$s.entry_id and later.id > %1$s.id and later.outcome <> :outcome)""".formatted(table);
    }
}
