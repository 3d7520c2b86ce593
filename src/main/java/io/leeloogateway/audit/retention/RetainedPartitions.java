package io.leeloogateway.audit.retention;

import io.leeloogateway.audit.store.EventHmac;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Knows the existing monthly partitions and those that the retention dropped. */
public final class RetainedPartitions {

    private static final String PREFIX = "retention-";

    private final JdbcClient database;
    private final EventHmac hmacs;
    private final Set<LocalDate> months;
    private @Nullable LocalDate dropped;

    public RetainedPartitions(JdbcClient database, EventHmac hmacs) {
        this.database = database;
        this.hmacs = hmacs;
        this.months = Set.copyOf(database.sql("select audit_months()")
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list());
    }

    /** The request id of the event that records a dropped month. */
    static String requestId(LocalDate month) {
        return PREFIX + month;
    }

    public boolean exists(LocalDate month) {
        return months.contains(month);
    }

    /** Partitions are dropped in order, so the event of a dropped month covers all earlier months, whose events may be dropped themselves. */
    public boolean isDropped(LocalDate month) {
        if (dropped == null) {
            dropped = latestDropped();
        }
        return !month.isAfter(dropped);
    }

    /** The latest month with an authentic drop event. */
    private LocalDate latestDropped() {
        return database
                .sql("select * from audit_events where action = :action")
                .param("action", MonthlyPartitions.DROP_ACTION)
                .query((row, _) -> hmacs.isValid(row)
                        ? LocalDate.parse(row.getString("request_id").substring(PREFIX.length()))
                        : LocalDate.MIN)
                .list()
                .stream()
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }
}
