package io.leeloogateway.audit.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the events of a time that are of none of the transactions that seals cover. */
@Component
public class UnsealedEventReader {

    /** Whose answer the database does not owe for long. */
    private static final int PART = 20_000;

    private final JdbcClient database;

    UnsealedEventReader(JdbcClient database) {
        this.database = database;
    }

    void read(VerificationFilter asked, SealedRanges covered, RowCallbackHandler reader) {
        var from = asked.first();
        for (var last = end(from, asked.past()); last != null; last = end(from, asked.past())) {
            read(from, last, covered, reader);
            from = new UUID(last.getMostSignificantBits(), last.getLeastSignificantBits() + 1);
        }
    }

    private @Nullable UUID end(UUID from, UUID past) {
        return database.sql("""
                        select id from (select id from audit_events where id >= :from and id < :past order by id limit :part) as part
                        order by id desc limit 1""")
                .param("from", from)
                .param("past", past)
                .param("part", PART)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .orElse(null);
    }

    private void read(UUID from, UUID last, SealedRanges covered, RowCallbackHandler reader) {
        database.sql("""
                        select * from audit_events event where id between :from and :last and not exists (
                            select 1 from unnest(:clusters::bigint[], :froms::xid8[], :tos::xid8[]) as span (cluster, xid_from, xid_to)
                            where span.cluster = event.cluster and event.xid >= xid_from and event.xid < xid_to)""")
                .withFetchSize(SegmentReader.FETCHED)
                .param("from", from)
                .param("last", last)
                .param("clusters", covered.clusters())
                .param("froms", covered.froms())
                .param("tos", covered.tos())
                .query(reader);
    }
}
