package io.leeloogateway.audit.integrity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Streams segments of the audit log row by row, within a transaction. */
@Component
public class SegmentReader {

    /** The events of large imports have nearly a megabyte each. */
    static final int FETCH_SIZE = 50;

    /** Lists the columns, so that columns of later migrations do not change the digest. The digest covers values, not column names. */
    static final String COLUMNS = """
            id, entry_id, kind, cluster, xid, request_id, client_id, key_id, source, action, target_kind, tags, outcome, status, problem,
            duration_ms, served_from, age_seconds, leeloo_calls, operation_id, requests, changes, details, hmac""";

    private final JdbcClient database;

    SegmentReader(JdbcClient database) {
        this.database = database;
    }

    /** Digests a segment by month and passes each row to a callback. */
    SortedMap<LocalDate, SegmentDigest> read(long cluster, String xidFrom, String xidTo, RowCallbackHandler callback) {
        var digests = new TreeMap<LocalDate, MonthDigest>();
        database.sql("""
                        select %1$s, audit_month_of(id) as month, row(%1$s)::text as text from audit_events
                        where cluster = :cluster and xid >= :from::text::xid8 and xid < :to::text::xid8 order by xid, id""".formatted(COLUMNS))
                .withFetchSize(FETCH_SIZE)
                .param("cluster", cluster)
                .param("from", xidFrom)
                .param("to", xidTo)
                .query(row -> {
                    digests.computeIfAbsent(row.getObject("month", LocalDate.class), _ -> new MonthDigest())
                            .add(row.getString("id"), row.getString("text"));
                    callback.processRow(row);
                });
        var contents = new TreeMap<LocalDate, SegmentDigest>();
        digests.forEach((month, monthDigest) -> contents.put(month, monthDigest.result()));
        return contents;
    }

    /** The end of the next segment of about this many events; empty without events before the horizon. */
    Optional<String> end(long cluster, String xidFrom, String horizon, int events) {
        return database.sql("""
                        select case when count(*) = 0 then null
                            when count(*) < :events then :horizon::text
                            when max(xid) > min(xid) then max(xid)::text
                            else coalesce((select min(later.xid)::text from audit_events later
                                where later.cluster = :cluster and later.xid > min(found.xid) and later.xid < :horizon::text::xid8), :horizon) end
                        from (select xid from audit_events
                            where cluster = :cluster and xid >= :from::text::xid8 and xid < :horizon::text::xid8 order by xid limit :events) found""")
                .param("cluster", cluster)
                .param("from", xidFrom)
                .param("horizon", horizon)
                .param("events", events)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Accumulates the digest of a month. */
    private static final class MonthDigest {

        private final MessageDigest digest = sha256();
        private long events;
        private String first = "g";
        private String last = "";

        void add(String id, String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            events++;
            first = id.compareTo(first) < 0 ? id : first;
            last = id.compareTo(last) > 0 ? id : last;
        }

        SegmentDigest result() {
            return new SegmentDigest(events, first, last, HexFormat.of().formatHex(digest.digest()));
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }
}
