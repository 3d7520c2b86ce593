package io.leeloogateway.audit.integrity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Streams the events of a time range whose transactions no checked seal covers. */
@Component
public class UnsealedEventReader {

    /** The number of events that one statement reads. */
    private static final int PART = 20_000;

    private final JdbcClient database;

    UnsealedEventReader(JdbcClient database) {
        this.database = database;
    }

    void read(VerificationFilter filter, SealedRanges sealed, RowCallbackHandler reader) {
        var from = filter.first();
        for (var last = partEnd(from, filter.end()); last != null; last = partEnd(from, filter.end())) {
            read(from, last, sealed, reader);
            from = new UUID(last.getMostSignificantBits(), last.getLeastSignificantBits() + 1);
        }
    }

    private @Nullable UUID partEnd(UUID from, UUID end) {
        return database.sql("""
                        select id from (select id from audit_events where id >= :from and id < :end order by id limit :part) as part
                        order by id desc limit 1""")
                .param("from", from)
                .param("end", end)
                .param("part", PART)
                .query((row, _) -> row.getObject("id", UUID.class))
                .optional()
                .orElse(null);
    }

    private void read(UUID from, UUID last, SealedRanges sealed, RowCallbackHandler reader) {
        database.sql("""
                        select * from audit_events event where id between :from and :last and not exists (
                            select 1 from unnest(:clusters::bigint[], :froms::xid8[], :tos::xid8[]) as span (cluster, xid_from, xid_to)
                            where span.cluster = event.cluster and event.xid >= xid_from and event.xid < xid_to)""")
                .withFetchSize(SegmentReader.FETCH_SIZE)
                .param("from", from)
                .param("last", last)
                .param("clusters", sealed.clusters())
                .param("froms", sealed.froms())
                .param("tos", sealed.tos())
                .query(reader);
    }
}
