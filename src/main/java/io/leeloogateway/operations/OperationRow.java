package io.leeloogateway.operations;

import io.leeloogateway.request.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code operations}. */
public record OperationRow(
        UUID id,
        String clientId,
        String action,
        String targetKind,
        @Nullable String targetId,
        @Nullable String relatedId,
        @Nullable String createdId,
        @Nullable String idempotencyKey,
        @Nullable String fingerprint,
        String change,
        @Nullable String request,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String response,
        String requestId,
        @Nullable UUID retryOf,
        @Nullable String evidence,
        String history,
        int reconciliations,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    private static final String FACTS = """
            id, client_id, action, target_kind, target_id, related_id, created_id, idempotency_key, fingerprint, change, outcome, status,
            request_id, retry_of, evidence, history, reconciliations, started_at, finished_at""";

    /** Request and response can have a megabyte each, and the column of their contacts half as much. */
    public static final String COLUMNS_WITHOUT_BODIES = FACTS + ", null as request, null as response";

    public static final String COLUMNS_WITH_REQUEST = FACTS + ", request, null as response";

    static final String COLUMNS_WITH_RESPONSE = FACTS + ", null as request, response";

    public static OperationRow of(ResultSet row, int number) throws SQLException {
        return new OperationRow(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("action"),
                row.getString("target_kind"),
                row.getString("target_id"),
                row.getString("related_id"),
                row.getString("created_id"),
                row.getString("idempotency_key"),
                row.getString("fingerprint"),
                row.getString("change"),
                row.getString("request"),
                outcome(row.getString("outcome")),
                row.getObject("status", Integer.class),
                row.getString("response"),
                row.getString("request_id"),
                row.getObject("retry_of", UUID.class),
                row.getString("evidence"),
                row.getString("history"),
                row.getInt("reconciliations"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)));
    }

    static Outcome outcome(String word) {
        return Outcome.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
