package io.leeloogateway.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it is read from the diary. */
public record AuditEventRow(
        UUID id,
        UUID entryId,
        String kind,
        AuditEvent.Who who,
        AuditEvent.Subject subject,
        AuditEvent.Result result,
        int requests,
        JsonNode changes,
        JsonNode details) {

    private static final JsonMapper JSON = new JsonMapper();

    public static AuditEventRow of(ResultSet row, int number) throws SQLException {
        return new AuditEventRow(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getString("kind"),
                new AuditEvent.Who(
                        row.getString("request_id"),
                        row.getString("client_id"),
                        row.getString("key_id"),
                        row.getString("source")),
                new AuditEvent.Subject(
                        row.getString("operation"),
                        row.getString("target_kind"),
                        List.of((String[]) row.getArray("about").getArray()),
                        row.getObject("operation_id", UUID.class)),
                new AuditEvent.Result(
                        row.getString("outcome"),
                        row.getObject("status", Integer.class),
                        row.getString("problem"),
                        row.getObject("duration_ms", Long.class),
                        row.getString("answered_from"),
                        row.getObject("age_seconds", Long.class),
                        row.getObject("leeloo_calls", Integer.class)),
                row.getInt("requests"),
                json(row.getString("changes")),
                json(row.getString("details")));
    }

    public boolean isEnded() {
        return kind.equals(AuditEvent.ENDED);
    }

    private static JsonNode json(@Nullable String text) {
        return text == null ? JSON.missingNode() : JSON.readTree(text);
    }
}
