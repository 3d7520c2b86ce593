package io.leeloogateway.audit.store;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.audit.retention.MonthlyPartitions;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Commits batches of events, each in one statement: a large batch is copied, a small one inserted. */
@Component
class BatchWriter {

    private static final Logger log = LoggerFactory.getLogger(BatchWriter.class);

    private static final int MIN_COPIED = 10;

    private final JdbcClient database;
    private final AuditEventRepository events;
    private final EventCopy copy;
    private final Counter lost;

    BatchWriter(
            @Qualifier(AuditDataSourceConfiguration.NAME) HikariDataSource database,
            AuditEventRepository events,
            EventCopy copy,
            MeterRegistry metrics) {
        this.database = JdbcClient.create(database);
        this.events = events;
        this.copy = copy;
        this.lost = Counter.builder("gateway.audit.lost")
                .description("audit events that could not be written and are lost")
                .register(metrics);
    }

    /** Returns false if the batch must be tried again, for example while the database is down. */
    boolean tryCommit(List<PendingEvent> batch) {
        try {
            append(batch.stream().map(PendingEvent::event).toList());
            batch.forEach(entry -> entry.committed().complete(true));
            return true;
        } catch (OutOfMemoryError e) {
            log.warn("{} audit events wait for memory", batch.size(), e);
            return false;
        } catch (RuntimeException | Error e) {
            if (e instanceof DataAccessException && !DatabaseFailureClassifier.isValueRejected(e)) {
                log.warn("{} audit events wait, the database does not accept them: {}", batch.size(), e.getMessage());
                return false;
            }
            return tryCommitSeparately(batch, e);
        }
    }

    /** An insert skips events whose commit was not confirmed, at which a copy fails. */
    private void append(List<AuditEvent> batch) {
        if (batch.size() >= MIN_COPIED) {
            try {
                copy.append(batch);
                return;
            } catch (DuplicateKeyException e) {
                log.debug("some of {} audit events were committed before", batch.size(), e);
            }
        }
        events.append(database, batch);
    }

    /** An event that can never be written must not block the others. */
    private boolean tryCommitSeparately(List<PendingEvent> batch, Throwable failure) {
        if (batch.size() > 1) {
            return tryCommitEach(batch);
        }
        if (failure instanceof DataIntegrityViolationException && isPartitionExpected(batch.getFirst())) {
            log.warn("audit events wait for the partition of their month", failure);
            return false;
        }
        giveUp(batch.getFirst(), failure);
        return true;
    }

    /** Tries each event: an event that must wait does not hold up the next ones. */
    private boolean tryCommitEach(List<PendingEvent> batch) {
        var allDone = true;
        for (var entry : batch) {
            allDone &= entry.committed().isDone() || tryCommit(List.of(entry));
        }
        return allDone;
    }

    /** Whether the partition of the event is still to be created. The partition of a past or far month never is: a clock was wrong. */
    private boolean isPartitionExpected(PendingEvent entry) {
        try {
            return database.sql("""
                            select month not in (select audit_months())
                                and month between audit_this_month() and audit_this_month() + make_interval(months => :ahead)
                            from audit_month_of(:id) as month""")
                    .param("id", entry.event().id())
                    .param("ahead", MonthlyPartitions.MONTHS_AHEAD)
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException e) {
            log.warn("the partitions of the audit log cannot be read", e);
            return true;
        }
    }

    void giveUp(PendingEvent entry, Throwable cause) {
        lost.increment();
        entry.committed().completeExceptionally(cause);
        log.error(
                "the audit event of request {} is lost, it cannot be written",
                entry.event().actor().requestId(),
                cause);
    }
}
