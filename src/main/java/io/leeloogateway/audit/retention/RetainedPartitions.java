package io.leeloogateway.audit.retention;

import io.leeloogateway.audit.store.EventHmac;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which months of the diary are there, and which are gone because they were over for longer than is kept. */
public final class RetainedPartitions {

    private static final String PREFIX = "retention-";

    private final JdbcClient database;
    private final EventHmac macs;
    private final Set<LocalDate> there;
    private @Nullable LocalDate dropped;

    public RetainedPartitions(JdbcClient database, EventHmac macs) {
        this.database = database;
        this.macs = macs;
        this.there = Set.copyOf(database.sql("select audit_months()")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list());
    }

    /** The id of the request that an entry of a dropped month has, as if there were one. */
    static String requestId(LocalDate month) {
        return PREFIX + month;
    }

    public boolean isThere(LocalDate month) {
        return there.contains(month);
    }

    /** The oldest are dropped first: so an entry that a month was, stands for all before, whose entries may be dropped themselves. */
    public boolean isDropped(LocalDate month) {
        if (dropped == null) {
            dropped = latest();
        }
        return !month.isAfter(dropped);
    }

    /** The last one whose entry is there, as a gateway wrote it. */
    private LocalDate latest() {
        return database
                .sql("select * from audit_events where operation = :operation")
                .param("operation", PartitionManager.DROPPED)
                .query((row, _) -> macs.isRight(row)
                        ? LocalDate.parse(row.getString("request_id").substring(PREFIX.length()))
                        : LocalDate.MIN)
                .list()
                .stream()
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }
}
