package io.leeloogateway.audit.retention;

import io.leeloogateway.audit.AuditProperties;
import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.audit.capture.AuditTargets;
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
import org.springframework.transaction.annotation.Transactional;

/** Makes room for the months to come and drops those that are kept no longer; each dropped one leaves an entry. */
@Component
public class PartitionManager implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PartitionManager.class);
    public static final int AHEAD = 3;
    private static final Duration CLOCKS = Duration.ofDays(1);
    static final String DROPPED = "audit.dropMonth";

    private final JdbcClient database;
    private final UuidV7Generator ids;
    private final AuditEventRepository events;
    private final AuditProperties properties;
    private final Clock clock;
    private volatile boolean isRunning;

    PartitionManager(
            JdbcClient database,
            UuidV7Generator ids,
            AuditEventRepository events,
            AuditProperties properties,
            Clock clock) {
        this.database = database;
        this.ids = ids;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
    }

    /** A month, and what kept it from being made or dropped. */
    record Turned(LocalDate month, @Nullable String problem) {}

    /** Where the gateway stood still for long, before the first entry. */
    @Override
    public void start() {
        make();
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

    @Transactional
    public void turn() {
        make();
        for (var month : call("select * from audit_drop_months(" + properties.retentionMonths() + ")", "dropped")) {
            if (isOver(month)) {
                events.append(database, List.of(entry(month)));
                log.info("month {} of the diary is dropped", month);
            } else {
                log.error(
                        "month {} of the diary was dropped too early: somebody changed the database's functions",
                        month);
            }
        }
    }

    /** An entry needs a place: only without one for this month is there no start. */
    private void make() {
        var made = call("select * from audit_make_months(" + AHEAD + ")", "made");
        if (!made.isEmpty()) {
            log.info("the diary has room for {}", made);
        }
        if (!database.sql("select audit_this_month() in (select audit_months())")
                .query(Boolean.class)
                .single()) {
            throw new IllegalStateException("the diary has no room for this month");
        }
    }

    /** The months for which it was done; for others the next turn tries again. */
    private List<LocalDate> call(String function, String done) {
        var months = database.sql(function).query(Turned.class).list();
        months.stream()
                .filter(turned -> turned.problem() != null)
                .forEach(turned -> log.warn(
                        "month {} of the diary could not be {} yet: {}", turned.month(), done, turned.problem()));
        return months.stream()
                .filter(turned -> turned.problem() == null)
                .map(Turned::month)
                .toList();
    }

    /** By the clock of this machine, which may be behind the database's. */
    private boolean isOver(LocalDate month) {
        return month.isBefore(LocalDate.ofInstant(clock.instant().plus(CLOCKS), ZoneOffset.UTC)
                .withDayOfMonth(1)
                .minusMonths(properties.retentionMonths()));
    }

    private AuditEvent entry(LocalDate month) {
        var id = ids.next();
        return new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Who(RetainedPartitions.requestId(month), null, null, null),
                new AuditEvent.Subject(DROPPED, "month", List.of(AuditTargets.target(month.toString())), null),
                new AuditEvent.Result(AuditOutcome.OK, null, null, null, "gateway", null, null),
                1,
                null,
                null);
    }

    private void warnOfOwnership() {
        var isOwner = database.sql(
                        "select pg_has_role(current_user, relowner, 'member') from pg_class where oid = 'audit_events'::regclass")
                .query(Boolean.class)
                .single();
        if (isOwner) {
            log.warn(
                    "the gateway's own database role owns the diary: its trigger keeps nobody from changing it who has that role;"
                            + " let another one migrate (SPRING_FLYWAY_USER, SPRING_FLYWAY_PASSWORD)");
        }
    }
}
