package io.leeloogateway.quota;

import io.leeloogateway.quota.ledger.SharedBudget;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Reports to the other replicas every second, and more often while calls wait; goes on with this replica's share while the database is away. */
final class QuotaReporter {

    private static final Logger log = LoggerFactory.getLogger(QuotaReporter.class);

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration MAX_WAITING_INTERVAL = Duration.ofMillis(200);
    private static final Duration MIN_WAITING_INTERVAL = Duration.ofMillis(20);

    private final SharedBudget budget;
    private final Supplier<PermitScheduler> scheduler;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private volatile boolean isAlone;

    QuotaReporter(SharedBudget budget, Supplier<PermitScheduler> scheduler) {
        this.budget = budget;
        this.scheduler = scheduler;
    }

    /** Reports soon. */
    void wake() {
        wakeUps.release();
    }

    void start() {
        thread = Thread.ofVirtual().name("quota").unstarted(this::run);
        Objects.requireNonNull(thread).start();
    }

    boolean isRunning() {
        return thread != null;
    }

    /** Calls after this one have this replica's last permits only. */
    void stop() {
        var running = thread;
        thread = null;
        try {
            if (running != null) {
                running.interrupt();
                running.join(INTERVAL.multipliedBy(2));
            }
            budget.leave(scheduler.get().snapshot().report());
        } catch (DataAccessException | IllegalStateException e) {
            log.debug("the other replicas keep this replica's share free for a minute", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (Thread.currentThread().equals(thread)) {
            try {
                report();
                wakeUps.tryAcquire(pause().toNanos(), TimeUnit.NANOSECONDS);
                wakeUps.drainPermits();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException | Error e) {
                log.error("a report of the quota failed; the next follows", e);
            }
        }
    }

    void report() {
        var snapshot = scheduler.get().snapshot();
        try {
            var granted = budget.report(snapshot.report());
            scheduler.get().accept(granted, Objects.requireNonNull(budget.outlook()));
            setAlone(null);
        } catch (DataAccessException | IllegalStateException e) {
            scheduler.get().goOnAlone(snapshot, budget.outlook());
            setAlone(e);
        }
    }

    boolean isAlone() {
        return isAlone;
    }

    private void setAlone(@Nullable Exception reason) {
        if (reason != null && !isAlone) {
            log.warn(
                    "the shared budget cannot be reached; this replica goes on with its share: {}",
                    reason.getMessage());
        } else if (reason == null && isAlone) {
            log.info("the shared budget can be reached again");
        }
        isAlone = reason != null;
    }

    private Duration pause() {
        var known = budget.outlook();
        if (!scheduler.get().isWaiting()) {
            return INTERVAL;
        }
        var next = known == null ? MAX_WAITING_INTERVAL : scheduler.get().untilNext(known);
        if (next.compareTo(MIN_WAITING_INTERVAL) < 0) {
            return MIN_WAITING_INTERVAL;
        }
        return next.compareTo(MAX_WAITING_INTERVAL) < 0 ? next : MAX_WAITING_INTERVAL;
    }
}
