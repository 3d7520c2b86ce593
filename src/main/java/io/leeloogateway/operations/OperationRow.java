package io.leeloogateway.operations;

import io.leeloogateway.request.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the ledger. */
public record OperationRow(
        UUID id,
        String clientId,
        String operation,
        String targetKind,
        @Nullable String targetId,
        @Nullable String alsoId,
        @Nullable String madeId,
        @Nullable String idempotencyKey,
        @Nullable String fingerprint,
        String change,
        @Nullable String request,
        Outcome outcome,
        @Nullable Integer status,
        @Nullable String answer,
        String requestId,
        @Nullable UUID retryOf,
        @Nullable String evidence,
        String history,
        int looks,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    public static OperationRow of(ResultSet row, int number) throws SQLException {
        return new OperationRow(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("operation"),
                row.getString("target_kind"),
                row.getString("target_id"),
                row.getString("also_id"),
                row.getString("made_id"),
                row.getString("idempotency_key"),
                row.getString("fingerprint"),
                row.getString("change"),
                row.getString("request"),
                outcome(row.getString("outcome")),
                row.getObject("status", Integer.class),
                row.getString("answer"),
                row.getString("request_id"),
                row.getObject("retry_of", UUID.class),
                row.getString("evidence"),
                row.getString("history"),
                row.getInt("looks"),
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
