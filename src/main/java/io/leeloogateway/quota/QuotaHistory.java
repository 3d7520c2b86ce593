package io.leeloogateway.quota;

import io.leeloogateway.request.SandboxReset;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Adds the calls of this replica to the history of all replicas, every few seconds and at shutdown. */
@Component
class QuotaHistory {

    private static final Logger log = LoggerFactory.getLogger(QuotaHistory.class);
    private static final int INTERVAL_SECONDS = 3;
    private static final Duration RETENTION = Duration.ofHours(2);

    private final CallCounter counter;
    private final QuotaHistoryRepository history;
    private final Clock clock;

    QuotaHistory(CallCounter counter, QuotaHistoryRepository history, Clock clock) {
        this.counter = counter;
        this.history = history;
        this.clock = clock;
    }

    /** What could not be stored is part of the next attempt. */
    @PreDestroy
    @Scheduled(initialDelay = INTERVAL_SECONDS, fixedDelay = INTERVAL_SECONDS, timeUnit = TimeUnit.SECONDS)
    synchronized void flush() {
        var added = counter.drain();
        if (added.isEmpty()) {
            return;
        }
        try {
            history.add(clock.instant().truncatedTo(ChronoUnit.MINUTES), added);
        } catch (DataAccessException | TransactionException e) {
            counter.restore(added);
            log.debug("the history of the quota could not be stored; the next attempt follows", e);
        }
    }

    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void deleteOld() {
        history.deleteBefore(clock.instant().minus(RETENTION));
    }

    @EventListener
    synchronized void reset(SandboxReset event) {
        counter.drain();
        history.deleteBefore(clock.instant().plus(RETENTION));
    }
}
