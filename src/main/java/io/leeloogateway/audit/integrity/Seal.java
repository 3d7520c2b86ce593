package io.leeloogateway.audit.integrity;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What proves a segment of the diary unchanged.
 *
 * @param span the transactions and the month whose events it seals
 * @param firstNumber which event of the whole diary its first is
 * @param content what the events were when they were sealed
 * @param hmac over all of that and the seal before
 */
record Seal(long number, Span span, long firstNumber, SegmentDigest content, String hmac, Instant sealedAt) {

    private static final int MARK = 12;

    /** The events of one month by the transactions from one to before another, which one cluster of PostgreSQL counts. */
    record Span(long cluster, LocalDate month, String xidFrom, String xidTo) {

        /** Whether this is of the same segment: of another month, or the same itself. */
        boolean isBeside(Span other) {
            return cluster == other.cluster && xidFrom.equals(other.xidFrom) && xidTo.equals(other.xidTo);
        }
    }

    static Seal of(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("number"),
                new Span(
                        row.getLong("cluster"),
                        row.getObject("month", LocalDate.class),
                        row.getString("xid_from"),
                        row.getString("xid_to")),
                row.getLong("first_number"),
                new SegmentDigest(
                        row.getLong("events"),
                        row.getString("first_id"),
                        row.getString("last_id"),
                        row.getString("digest")),
                row.getString("hmac"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant());
    }

    /** What the HMAC is made of. */
    static byte[] signed(
            @Nullable String before,
            long number,
            Span span,
            long firstNumber,
            SegmentDigest content,
            Instant sealedAt) {
        return String.join(
                        "|",
                        before == null ? "" : before,
                        String.valueOf(number),
                        String.valueOf(span.cluster()),
                        span.month().toString(),
                        span.xidFrom(),
                        span.xidTo(),
                        String.valueOf(firstNumber),
                        String.valueOf(content.events()),
                        content.firstId(),
                        content.lastId(),
                        content.digest(),
                        millis(sealedAt))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Somebody may have put there what no clock says: never too large. */
    private static String millis(Instant moment) {
        return String.valueOf(moment.getEpochSecond() * 1000 + moment.getNano() / 1_000_000);
    }

    /** The first digits of its HMAC, for whoever wants to know it again. */
    String mark() {
        return hmac.substring(0, Math.min(MARK, hmac.length()));
    }

    byte[] signed(@Nullable String before) {
        return signed(before, number, span, firstNumber, content, sealedAt);
    }
}
