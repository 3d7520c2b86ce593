package io.leeloogateway.quota;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes part in the shared budget before the first call to Leeloo and until after the last, and tells the other replicas about its clients. */
@Component
class QuotaLifecycle implements SmartLifecycle {

    /** After the web server, the jobs and the last changes; the data sources close later. */
    private static final int LAST = DEFAULT_PHASE - 8192;

    private static final Logger log = LoggerFactory.getLogger(QuotaLifecycle.class);
    private static final long INTERVAL_NANOS = Duration.ofSeconds(1).toNanos();

    private final Quota quota;
    private final QuotaReports reports;
    private final QuotaReporter reporter;
    private volatile @Nullable Thread thread;

    QuotaLifecycle(Quota quota, QuotaReports reports) {
        this.quota = quota;
        this.reports = reports;
        reporter = quota.reporter();
    }

    @Override
    public void start() {
        reporter.start();
        thread = Thread.ofVirtual().name("quota-report").unstarted(this::run);
        thread.start();
    }

    @Override
    public void stop() {
        thread = null;
        reporter.stop();
        attempt(() -> reports.delete(quota.id()));
    }

    @Override
    public boolean isRunning() {
        return reporter.isRunning();
    }

    @Override
    public int getPhase() {
        return LAST;
    }

    /** A replica without clients has nothing to tell. */
    private void run() {
        while (Thread.currentThread().equals(thread)) {
            var report = quota.report();
            if (!report.clients().isEmpty()) {
                attempt(() -> reports.save(quota.id(), report));
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (DataAccessException e) {
            log.debug("the other replicas do not hear about this replica's clients", e);
        }
    }
}
