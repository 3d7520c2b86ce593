package io.leeloogateway.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What proves a segment of the diary unchanged.
 *
 * @param span the transactions and the month whose events it seals
 * @param firstNumber which event of the whole diary its first is
 * @param content what the events were when they were sealed
 * @param hmac over all of that and the seal before
 */
record Seal(long number, Span span, long firstNumber, Content content, byte[] hmac, Instant sealedAt) {

    /** The events of one month by the transactions from one to before another, which one cluster counts. */
    record Span(int era, LocalDate month, String xidFrom, String xidTo) {}

    static Seal of(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("number"),
                new Span(
                        row.getInt("era"),
                        row.getObject("month", LocalDate.class),
                        row.getString("xid_from"),
                        row.getString("xid_to")),
                row.getLong("first_number"),
                new Content(
                        row.getLong("events"),
                        row.getString("first_id"),
                        row.getString("last_id"),
                        row.getBytes("digest")),
                row.getBytes("hmac"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }

    /** What the HMAC is made of. */
    static byte[] signed(
            byte @Nullable [] before, long number, Span span, long firstNumber, Content content, Instant sealedAt) {
        var hex = HexFormat.of();
        return String.join(
                        "|",
                        before == null ? "" : hex.formatHex(before),
                        String.valueOf(number),
                        String.valueOf(span.era()),
                        span.month().toString(),
                        span.xidFrom(),
                        span.xidTo(),
                        String.valueOf(firstNumber),
                        String.valueOf(content.events()),
                        content.firstId(),
                        content.lastId(),
                        hex.formatHex(content.digest()),
                        String.valueOf(sealedAt.toEpochMilli()))
                .getBytes(StandardCharsets.US_ASCII);
    }

    byte[] signed(byte @Nullable [] before) {
        return signed(before, number, span, firstNumber, content, sealedAt);
    }
}
