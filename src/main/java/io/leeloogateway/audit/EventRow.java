package io.leeloogateway.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as it is read from the diary. */
record EventRow(
        UUID id,
        UUID entryId,
        String kind,
        Event.Who who,
        Event.Subject subject,
        Event.Result result,
        int requests,
        JsonNode changes,
        JsonNode details) {

    private static final JsonMapper JSON = new JsonMapper();

    static EventRow of(ResultSet row, int number) throws SQLException {
        return new EventRow(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getString("kind"),
                new Event.Who(
                        row.getString("request_id"),
                        row.getString("client_id"),
                        row.getString("key_id"),
                        row.getString("source")),
                new Event.Subject(
                        row.getString("operation"),
                        row.getString("target_kind"),
                        List.of((String[]) row.getArray("about").getArray()),
                        row.getObject("operation_id", UUID.class)),
                new Event.Result(
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

    boolean isEnded() {
        return kind.equals(Event.ENDED);
    }

    private static JsonNode json(@Nullable String text) {
        return text == null ? JSON.missingNode() : JSON.readTree(text);
    }
}
