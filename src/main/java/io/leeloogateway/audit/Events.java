package io.leeloogateway.audit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Appends rows to the diary, any number in one statement. */
final class Events {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    /** All but {@code xid}, which the database knows. */
    private static final String COLUMNS = """
            id, entry_id, kind, era, request_id, client_id, key_id, source, operation, target_kind, about, outcome, status, problem,
            duration_ms, answered_from, age_seconds, leeloo_calls, operation_id, requests, changes, details""";

    private static final String INSERT =
            "insert into audit_events (%1$s) select %1$s from json_populate_recordset(null::audit_events, :events::json)"
                    .formatted(COLUMNS);

    private Events() {}

    static void append(JdbcClient database, List<Event> events) {
        database.sql(INSERT).param("events", JSON.writeValueAsString(events)).update();
    }
}
