package io.leeloogateway.audit;

import java.time.LocalDate;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which months of the diary are there, and which are gone because they were over for longer than is kept. */
final class KeptMonths {

    private static final String PREFIX = "retention-";

    private final JdbcClient database;
    private final Macs macs;
    private final Set<LocalDate> there;
    private LocalDate dropped = LocalDate.MIN;

    KeptMonths(JdbcClient database, Macs macs) {
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

    boolean isThere(LocalDate month) {
        return there.contains(month);
    }

    /** The oldest are dropped first: so an entry that a month was, stands for all before, whose entries may be dropped themselves. */
    boolean isDropped(LocalDate month) {
        if (month.isAfter(dropped)) {
            dropped = latest(month);
        }
        return !month.isAfter(dropped);
    }

    /** The last of those from that month on whose entry is there, as a gateway wrote it. */
    private LocalDate latest(LocalDate first) {
        return database
                .sql("""
                        select * from audit_events where operation = :operation and request_id in (
                            select :prefix || month::date from generate_series(:first::date, audit_this_month(), '1 month') as month)""")
                .param("operation", Months.DROPPED)
                .param("prefix", PREFIX)
                .param("first", first)
                .query((row, _) -> macs.isRight(row)
                        ? LocalDate.parse(row.getString("request_id").substring(PREFIX.length()))
                        : LocalDate.MIN)
                .list()
                .stream()
                .max(LocalDate::compareTo)
                .orElse(dropped);
    }
}
