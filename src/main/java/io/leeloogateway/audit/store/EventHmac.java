package io.leeloogateway.audit.store;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Authenticates an event with an HMAC over the values that the gateway writes. Names of columns are not part of it. */
@Component
public class EventHmac {

    private static final int BYTES = 16;
    private static final String WHOLE = "whole";
    private static final String END = "ending";

    private final KeyedHash hashes;

    public EventHmac(Pepper pepper) {
        this.hashes = pepper.hashFor("audit events");
    }

    /** Of a complete event: all values except its JSON columns. */
    public byte[] of(AuditEvent event) {
        var actor = event.actor();
        var subject = event.subject();
        var result = event.result();
        return truncate(hashes.hash(text(
                WHOLE,
                event.id(),
                event.entryId(),
                event.kind(),
                actor.requestId(),
                actor.clientId(),
                actor.keyId(),
                actor.source(),
                subject.action(),
                subject.targetKind(),
                text(subject.tags().toArray()),
                result.outcome(),
                result.status(),
                result.problem(),
                result.durationMs(),
                result.servedFrom(),
                result.ageSeconds(),
                result.leelooCalls(),
                subject.operationId(),
                event.requests())));
    }

    /** Of an end event: the database copies all other values from the begin event. */
    public byte[] of(ChangeEndRepository.EndEvent end) {
        return truncate(hashes.hash(text(
                END,
                end.id(),
                end.kind(),
                end.operationId(),
                end.outcome(),
                end.changeEnd().status(),
                end.changeEnd().problem(),
                end.servedFrom(),
                end.leelooCalls())));
    }

    /** Checks the HMAC of a row with each configured pepper. */
    public boolean isValid(ResultSet row) throws SQLException {
        var hmac = row.getBytes("hmac");
        var tags = (Object[]) row.getArray("tags").getArray();
        return matchesAny(
                        hmac,
                        text(
                                WHOLE,
                                row.getString("id"),
                                row.getString("entry_id"),
                                row.getString("kind"),
                                row.getString("request_id"),
                                row.getString("client_id"),
                                row.getString("key_id"),
                                row.getString("source"),
                                row.getString("action"),
                                row.getString("target_kind"),
                                text(tags),
                                row.getString("outcome"),
                                row.getString("status"),
                                row.getString("problem"),
                                row.getString("duration_ms"),
                                row.getString("served_from"),
                                row.getString("age_seconds"),
                                row.getString("leeloo_calls"),
                                row.getString("operation_id"),
                                row.getString("requests")))
                || isValidEnd(row, hmac);
    }

    private boolean isValidEnd(ResultSet row, byte[] hmac) throws SQLException {
        return row.getString("operation_id") != null
                && matchesAny(
                        hmac,
                        text(
                                END,
                                row.getString("id"),
                                row.getString("kind"),
                                row.getString("operation_id"),
                                row.getString("outcome"),
                                row.getString("status"),
                                row.getString("problem"),
                                row.getString("served_from"),
                                row.getString("leeloo_calls")));
    }

    private boolean matchesAny(byte[] hmac, byte[] text) {
        return hashes.hashWithEachKey(text).stream().anyMatch(valid -> MessageDigest.isEqual(truncate(valid), hmac));
    }

    private static byte[] truncate(byte[] hash) {
        return Arrays.copyOf(hash, BYTES);
    }

    /** Each value follows its length, so that different values never give the same text. */
    private static byte[] text(@Nullable Object... values) {
        var text = new StringBuilder();
        for (var value : values) {
            var part =
                    value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
            text.append(value == null ? "-" : part.length() + ":" + part).append(',');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
