package io.leeloogateway.audit.store;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Appends events to the audit log, any number in one statement. */
@Component
public class AuditEventRepository {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** Identifies the PostgreSQL cluster whose transactions are counted. Evaluated by the database at the moment of the insert. */
    public static final String THIS_CLUSTER = "(select system_identifier from pg_control_system())";

    /** All columns except {@code cluster} and {@code xid}, which the database fills. */
    static final String COLUMNS = """
            id, entry_id, kind, request_id, client_id, key_id, source, action, target_kind, tags, outcome, status, problem,
            duration_ms, served_from, age_seconds, leeloo_calls, operation_id, requests, changes, details, hmac""";

    /** An event whose commit was not confirmed is written again and skipped by its id. */
    private static final String INSERT =
            "insert into audit_events (cluster, %1$s) select %2$s, %1$s from json_populate_recordset(null::audit_events, :events::json) on conflict (id) do nothing"
                    .formatted(COLUMNS, THIS_CLUSTER);

    private final EventHmac hmacs;

    public AuditEventRepository(EventHmac hmacs) {
        this.hmacs = hmacs;
    }

    /** An event with its HMAC in the hex format of PostgreSQL. */
    private record Signed(@JsonUnwrapped AuditEvent event, String hmac) {}

    public void append(JdbcClient database, List<AuditEvent> events) {
        var signed = events.stream()
                .map(event -> new Signed(event, "\\x" + HexFormat.of().formatHex(hmacs.of(event))))
                .toList();
        database.sql(INSERT).param("events", JSON.writeValueAsString(signed)).update();
    }
}
