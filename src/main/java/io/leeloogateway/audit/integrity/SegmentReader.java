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

/** Reads segments of the diary row by row, in a transaction, so that they never stand in memory as a whole. */
@Component
public class SegmentReader {

    static final int FETCHED = 1_000;

    /** By name: what a later migration adds does not change what was sealed. */
    static final String COLUMNS = """
            id, entry_id, kind, cluster, xid, request_id, client_id, key_id, source, operation, target_kind, about, outcome, status, problem,
            duration_ms, answered_from, age_seconds, leeloo_calls, operation_id, requests, changes, details, mac""";

    private final JdbcClient database;

    SegmentReader(JdbcClient database) {
        this.database = database;
    }

    /** What stands there, by month; each row is shown to another reader, too. */
    SortedMap<LocalDate, SegmentDigest> read(long cluster, String xidFrom, String xidTo, RowCallbackHandler another) {
        var sums = new TreeMap<LocalDate, Sum>();
        database.sql("""
                        select %1$s, audit_month_of(id) as month, row(%1$s)::text as text from audit_events
                        where cluster = :cluster and xid >= :from::text::xid8 and xid < :to::text::xid8 order by xid, id""".formatted(COLUMNS))
                .withFetchSize(FETCHED)
                .param("cluster", cluster)
                .param("from", xidFrom)
                .param("to", xidTo)
                .query(row -> {
                    sums.computeIfAbsent(row.getObject("month", LocalDate.class), _ -> new Sum())
                            .add(row.getString("id"), row.getString("text"));
                    another.processRow(row);
                });
        var contents = new TreeMap<LocalDate, SegmentDigest>();
        sums.forEach((month, sum) -> contents.put(month, sum.content()));
        return contents;
    }

    /** Where the next segment of about so many events ends; empty where there are none before the horizon. */
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

    /** What the rows of a month come to so far. */
    private static final class Sum {

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

        SegmentDigest content() {
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
