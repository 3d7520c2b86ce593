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

/** Shows of an event that a gateway wrote it: an HMAC over what the gateway knew when it did. */
@Component
public class EventHmac {

    private static final int BYTES = 16;
    private static final String WHOLE = "whole";
    private static final String ENDING = "ending";

    private final KeyedHash hashes;

    public EventHmac(Pepper pepper) {
        this.hashes = pepper.hashFor("audit events");
    }

    /** Of an event that is written as it stands here: all but its JSON. */
    public byte[] of(AuditEvent event) {
        var who = event.who();
        var subject = event.subject();
        var result = event.result();
        return cut(hashes.of(text(
                WHOLE,
                event.id(),
                event.entryId(),
                event.kind(),
                who.requestId(),
                who.clientId(),
                who.keyId(),
                who.source(),
                subject.operation(),
                subject.targetKind(),
                text(subject.about().toArray()),
                result.outcome(),
                result.status(),
                result.problem(),
                result.durationMs(),
                result.answeredFrom(),
                result.ageSeconds(),
                result.leelooCalls(),
                subject.operationId(),
                event.requests())));
    }

    /** Of what became of a change: the rest is the database's copy of how it began. */
    public byte[] of(ChangeEndRepository.Ending ending) {
        return cut(hashes.of(text(
                ENDING,
                ending.id(),
                ending.kind(),
                ending.operationId(),
                ending.outcome(),
                ending.became().status(),
                ending.became().problem(),
                ending.answeredFrom(),
                ending.leelooCalls())));
    }

    /** Whether a row of the diary stands there as a gateway wrote it, under any of the peppers. */
    public boolean isRight(ResultSet row) throws SQLException {
        var mac = row.getBytes("mac");
        var about = (Object[]) row.getArray("about").getArray();
        return isOneOf(
                        mac,
                        text(
                                WHOLE,
                                row.getString("id"),
                                row.getString("entry_id"),
                                row.getString("kind"),
                                row.getString("request_id"),
                                row.getString("client_id"),
                                row.getString("key_id"),
                                row.getString("source"),
                                row.getString("operation"),
                                row.getString("target_kind"),
                                text(about),
                                row.getString("outcome"),
                                row.getString("status"),
                                row.getString("problem"),
                                row.getString("duration_ms"),
                                row.getString("answered_from"),
                                row.getString("age_seconds"),
                                row.getString("leeloo_calls"),
                                row.getString("operation_id"),
                                row.getString("requests")))
                || isRightEnding(row, mac);
    }

    private boolean isRightEnding(ResultSet row, byte[] mac) throws SQLException {
        return row.getString("operation_id") != null
                && isOneOf(
                        mac,
                        text(
                                ENDING,
                                row.getString("id"),
                                row.getString("kind"),
                                row.getString("operation_id"),
                                row.getString("outcome"),
                                row.getString("status"),
                                row.getString("problem"),
                                row.getString("answered_from"),
                                row.getString("leeloo_calls")));
    }

    private boolean isOneOf(byte[] mac, byte[] text) {
        return hashes.all(text).stream().anyMatch(right -> MessageDigest.isEqual(cut(right), mac));
    }

    private static byte[] cut(byte[] hash) {
        return Arrays.copyOf(hash, BYTES);
    }

    /** Each with its length before it, so that none can pass for two. */
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
