package io.leeloogateway.audit.integrity;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Shows that a segment of the audit log is unchanged: an HMAC over its digest and the previous seal.
 *
 * @param span the transactions and the month of the sealed events
 * @param firstNumber the position of its first event in the whole audit log
 * @param content the digest of the events at the time of sealing
 * @param hmac the HMAC over all of this and the previous seal
 */
record Seal(long number, Span span, long firstNumber, SegmentDigest content, String hmac, Instant sealedAt) {

    private static final int PREFIX_LENGTH = 12;

    /** The events of one month in a range of transactions of one PostgreSQL cluster; the last transaction is exclusive. */
    record Span(long cluster, LocalDate month, String xidFrom, String xidTo) {

        /** Whether both spans cover the same transactions. They differ in the month, or are equal. */
        boolean hasSameTransactions(Span other) {
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

    /** The input of the HMAC. */
    static byte[] hmacInput(
            @Nullable String previousHmac,
            long number,
            Span span,
            long firstNumber,
            SegmentDigest content,
            Instant sealedAt) {
        return String.join(
                        "|",
                        previousHmac == null ? "" : previousHmac,
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

    /** Cannot overflow, even if the database holds a manipulated time. */
    private static String millis(Instant moment) {
        return String.valueOf(moment.getEpochSecond() * 1000 + moment.getNano() / 1_000_000);
    }

    /** The first digits of the HMAC, enough to recognize the seal. */
    String hmacPrefix() {
        return hmac.substring(0, Math.min(PREFIX_LENGTH, hmac.length()));
    }

    byte[] hmacInput(@Nullable String previousHmac) {
        return hmacInput(previousHmac, number, span, firstNumber, content, sealedAt);
    }
}
