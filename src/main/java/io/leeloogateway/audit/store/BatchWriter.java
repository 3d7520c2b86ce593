package io.leeloogateway.audit.store;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.audit.retention.PartitionManager;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Commits groups of events, each in one statement. */
@Component
class BatchWriter {

    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

    private final JdbcClient database;
    private final AuditEventRepository events;
    private final Counter lost;

    BatchWriter(
            @Qualifier(AuditDataSourceConfiguration.NAME) HikariDataSource database,
            AuditEventRepository events,
            MeterRegistry metrics) {
        this.database = JdbcClient.create(database);
        this.events = events;
        this.lost = Counter.builder("gateway.audit.lost")
                .description("events that are not written and never will be")
                .register(metrics);
    }

    /** False is to be tried again: the database may be away. */
    boolean isCommitted(List<PendingEvent> group) {
        try {
            events.append(database, group.stream().map(PendingEvent::event).toList());
            group.forEach(entry -> entry.committed().complete(true));
            return true;
        } catch (DataIntegrityViolationException e) {
            return isDivided(group, e);
        } catch (DataAccessException e) {
            log.warn("{} entries of the diary wait, the database does not take them: {}", group.size(), e.getMessage());
            return false;
        } catch (OutOfMemoryError e) {
            log.warn("{} entries of the diary wait for memory", group.size(), e);
            return false;
        } catch (RuntimeException | Error e) {
            return isDivided(group, e);
        }
    }

    /** What can never be written must not hold up the rest. */
    private boolean isDivided(List<PendingEvent> group, Throwable failure) {
        if (group.size() > 1) {
            return isCommittedOneByOne(group);
        }
        if (failure instanceof DataIntegrityViolationException && isRoomToCome(group.getFirst())) {
            log.warn("entries of the diary wait for room for their month", failure);
            return false;
        }
        giveUp(group.getFirst(), failure);
        return true;
    }

    /** All are tried: one that waits is passed by those behind it. */
    private boolean isCommittedOneByOne(List<PendingEvent> group) {
        var isAll = true;
        for (var entry : group) {
            isAll &= entry.committed().isDone() || isCommitted(List.of(entry));
        }
        return isAll;
    }

    /** A month that is over, or far ahead, nobody makes: some clock was wrong. */
    private boolean isRoomToCome(PendingEvent entry) {
        try {
            return database.sql("""
                            select month not in (select audit_months())
                                and month between audit_this_month() and audit_this_month() + make_interval(months => :ahead)
                            from audit_month_of(:id) as month""")
                    .param("id", entry.event().id())
                    .param("ahead", PartitionManager.AHEAD)
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException e) {
            log.warn("nobody can tell whether the diary has room", e);
            return true;
        }
    }

    void giveUp(PendingEvent entry, Throwable why) {
        lost.increment();
        entry.committed().completeExceptionally(why);
        log.error(
                "the entry of request {} is lost, it cannot be written",
                entry.event().who().requestId(),
                why);
    }
}
