package io.leeloogateway.audit;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Appends rows to the diary, any number in one statement. */
@Component
class Events {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Which cluster of PostgreSQL counts the transactions: nobody but itself can tell at that moment. */
    static final String THIS_CLUSTER = "(select system_identifier from pg_control_system())";

    /** All but {@code cluster} and {@code xid}, which the database knows. */
    private static final String COLUMNS = """
            id, entry_id, kind, request_id, client_id, key_id, source, operation, target_kind, about, outcome, status, problem,
            duration_ms, answered_from, age_seconds, leeloo_calls, operation_id, requests, changes, details, mac""";

    /** An event whose commit was not heard of is written twice. */
    private static final String INSERT =
            "insert into audit_events (cluster, %1$s) select %2$s, %1$s from json_populate_recordset(null::audit_events, :events::json) on conflict (id) do nothing"
                    .formatted(COLUMNS, THIS_CLUSTER);

    private final Macs macs;

    Events(Macs macs) {
        this.macs = macs;
    }

    /** An event and its mac, in the spelling of PostgreSQL. */
    private record Signed(@JsonUnwrapped Event event, String mac) {}

    void append(JdbcClient database, List<Event> events) {
        var signed = events.stream()
                .map(event -> new Signed(event, "\\x" + HexFormat.of().formatHex(macs.of(event))))
                .toList();
        database.sql(INSERT).param("events", JSON.writeValueAsString(signed)).update();
    }
}
