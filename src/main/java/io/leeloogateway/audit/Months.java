package io.leeloogateway.audit;

import io.leeloogateway.request.TimeOrderedIds;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes room for the months to come and drops those that are kept no longer; each dropped one leaves an entry. */
@Component
class Months implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Months.class);
    private static final int AHEAD = 3;
    private static final String DROPPED = "audit.dropMonth";

    private final JdbcClient database;
    private final TimeOrderedIds ids;
    private final Era era;
    private volatile boolean isRunning;

    Months(JdbcClient database, TimeOrderedIds ids, Era era) {
        this.database = database;
        this.ids = ids;
        this.era = era;
    }

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
    void turn() {
        make();
        var dropped = months("select audit_drop_months()");
        dropped.forEach(month -> {
            Events.append(database, List.of(entry(month)));
            log.info("month {} of the diary is dropped", month);
        });
    }

    private void make() {
        var made = months("select audit_make_months(" + AHEAD + ")");
        if (!made.isEmpty()) {
            log.info("the diary has room for {}", made);
        }
    }

    private List<LocalDate> months(String call) {
        return database.sql(call)
                .query((row, _) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private Event entry(LocalDate month) {
        var id = ids.next();
        return new Event(
                id,
                id,
                Event.ENDED,
                era.number(),
                new Event.Who("retention-" + month, null, null, null),
                new Event.Subject(DROPPED, "month", List.of(Targets.target(month.toString())), null),
                new Event.Result(Told.OK, null, null, null, "gateway", null, null),
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
