package io.leeloogateway.audit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as read from the audit log, in current terms. */
public record AuditEventRow(
        UUID id,
        UUID entryId,
        String kind,
        AuditEvent.Actor actor,
        AuditEvent.Subject subject,
        AuditEvent.Result result,
        int requests,
        JsonNode changes,
        JsonNode details) {

    /**
     * Events of before 0.1 keep their words in the database, since HMACs cover them; the function translates them. Pseudonyms among the tags
     * serve filters only, and those of an import are thousands.
     */
    public static final String COLUMNS = """
            id, entry_id, audit_current_term(kind) as kind, request_id, client_id, key_id, source, action, target_kind,
            array(select tag from unnest(tags) as tag where tag not like 'n:%') as tags,
            audit_current_term(outcome) as outcome, status, problem, duration_ms, audit_current_term(served_from) as served_from,
            age_seconds, leeloo_calls, operation_id, requests, changes, details""";

    private static final JsonMapper JSON = new JsonMapper();

    public static AuditEventRow of(ResultSet row, int number) throws SQLException {
        return new AuditEventRow(
                row.getObject("id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getString("kind"),
                new AuditEvent.Actor(
                        row.getString("request_id"),
                        row.getString("client_id"),
                        row.getString("key_id"),
                        row.getString("source")),
                new AuditEvent.Subject(
                        row.getString("action"),
                        row.getString("target_kind"),
                        List.of((String[]) row.getArray("tags").getArray()),
                        row.getObject("operation_id", UUID.class)),
                new AuditEvent.Result(
                        row.getString("outcome"),
                        row.getObject("status", Integer.class),
                        row.getString("problem"),
                        row.getObject("duration_ms", Long.class),
                        row.getString("served_from"),
                        row.getObject("age_seconds", Long.class),
                        row.getObject("leeloo_calls", Integer.class)),
                row.getInt("requests"),
                json(row.getString("changes")),
                json(row.getString("details")));
    }

    public boolean isEnded() {
        return kind.equals(AuditEvent.ENDED);
    }

    /** Whether the event describes the response to the caller; the other ends describe a change and name their source. */
    public boolean isOfResponse() {
        return isEnded() && details.path("by").isMissingNode();
    }

    private static JsonNode json(@Nullable String text) {
        return text == null ? JSON.missingNode() : JSON.readTree(text);
    }
}
