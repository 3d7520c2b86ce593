package io.leeloogateway.audit.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Appends rows to the diary, any number in one statement. */
@Component
public class AuditEventRepository {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Which cluster of PostgreSQL counts the transactions: nobody but itself can tell at that moment. */
    public static final String THIS_CLUSTER = "(select system_identifier from pg_control_system())";

    /** All but {@code cluster} and {@code xid}, which the database knows. */
    private static final String COLUMNS = """
            id, entry_id, kind, request_id, client_id, key_id, source, operation, target_kind, about, outcome, status, problem,
            duration_ms, answered_from, age_seconds, leeloo_calls, operation_id, requests, changes, details, mac""";

    /** An event whose commit was not heard of is written twice. */
    private static final String INSERT =
            "insert into audit_events (cluster, %1$s) select %2$s, %1$s from json_populate_recordset(null::audit_events, :events::json) on conflict (id) do nothing"
                    .formatted(COLUMNS, THIS_CLUSTER);

    private final EventHmac macs;

    public AuditEventRepository(EventHmac macs) {
        this.macs = macs;
    }

    /** An event and its mac, in the spelling of PostgreSQL. */
    private record Signed(@JsonUnwrapped AuditEvent event, String mac) {}

    public void append(JdbcClient database, List<AuditEvent> events) {
        var signed = events.stream()
                .map(event -> new Signed(event, "\\x" + HexFormat.of().formatHex(macs.of(event))))
                .toList();
        database.sql(INSERT).param("events", JSON.writeValueAsString(signed)).update();
    }
}
