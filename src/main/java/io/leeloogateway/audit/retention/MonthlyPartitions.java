package io.leeloogateway.audit.retention;

import io.leeloogateway.audit.AuditProperties;
import io.leeloogateway.audit.ChangeTarget;
import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditEventRepository;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Creates partitions for the coming months and drops expired ones. Each dropped partition is recorded in the audit log. */
@Component
public class MonthlyPartitions implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MonthlyPartitions.class);
    public static final int MONTHS_AHEAD = 3;
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);
    static final String DROP_ACTION = "audit.dropMonth";

    private final JdbcClient database;
    private final UuidV7Generator ids;
    private final AuditEventRepository events;
    private final AuditProperties properties;
    private final TransactionOperations transaction;
    private final Clock clock;
    private volatile boolean isRunning;

    MonthlyPartitions(
            JdbcClient database,
            UuidV7Generator ids,
            AuditEventRepository events,
            AuditProperties properties,
            TransactionOperations transaction,
            Clock clock) {
        this.database = database;
        this.ids = ids;
        this.events = events;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A month with the problem that prevented its creation or removal, if any. */
    record PartitionChange(LocalDate month, @Nullable String problem) {}

    /** Runs before the first event, in case the gateway was stopped for months. */
    @Override
    public void start() {
        createMissing();
        warnOfOwnership();
        isRunning = true;
    }

    @Override
    public void stop() {
        isRunning = false;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    public void maintain() {
        createMissing();
        transaction.executeWithoutResult(_ -> dropExpired());
    }

    /** Drops nothing if one of the months is too young. */
    private void dropExpired() {
        for (var month : call("select * from audit_drop_months(" + properties.retentionMonths() + ")", "dropped")) {
            requireExpired(month);
            events.append(database, List.of(dropEvent(month)));
            log.info("month {} of the audit log is dropped", month);
        }
    }

    /** Events need a partition: a start fails only if the current month has none. */
    private void createMissing() {
        var created = call("select * from audit_make_months(" + MONTHS_AHEAD + ")", "created");
        if (!created.isEmpty()) {
            log.info("created partitions of the audit log for {}", created);
        }
        if (!database.sql("select audit_this_month() in (select audit_months())")
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("the audit log has no partition for this month");
        }
    }

    /** Returns the months that succeeded. The next run retries the others. */
    private List<LocalDate> call(String function, String verb) {
        var months = database.sql(function).query(PartitionChange.class).list();
        months.stream()
                .filter(change -> change.problem() != null)
                .forEach(change -> log.warn(
                        "month {} of the audit log could not be {} yet: {}", change.month(), verb, change.problem()));
        return months.stream()
                .filter(change -> change.problem() == null)
                .map(PartitionChange::month)
                .toList();
    }

    private void requireExpired(LocalDate month) {
        if (!isExpired(month)) {
            log.error(
                    "month {} of the audit log is not dropped, as it is too early for it: the clock of the database is ahead,"
                            + " or its functions were changed",
                    month);
            throw new IllegalStateException("month " + month + " of the audit log is not expired");
        }
    }

    /** Checked with the clock of this machine, which can be behind the clock of the database. */
    private boolean isExpired(LocalDate month) {
        return month.isBefore(LocalDate.ofInstant(clock.instant().plus(CLOCK_SKEW), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(properties.retentionMonths()));
    }

    private AuditEvent dropEvent(LocalDate month) {
        return AuditEvent.ofGateway(
                ids.next(),
                RetainedPartitions.requestId(month),
                DROP_ACTION,
                new ChangeTarget("month", List.of(month.toString())),
                AuditOutcome.SUCCESS);
    }

    private void warnOfOwnership() {
        var isOwner = database.sql(
                        "select pg_has_role(current_user, relowner, 'member') from pg_class where oid = 'audit_events'::regclass")
                .query(Boolean.class)
                .single();
        if (isOwner) {
            log.warn(
                    "the database role of the gateway owns the audit log and can bypass the trigger that makes it append-only;"
                            + " migrate with another role (SPRING_FLYWAY_USER, SPRING_FLYWAY_PASSWORD)");
        }
    }
}
