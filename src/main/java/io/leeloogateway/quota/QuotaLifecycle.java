package io.leeloogateway.quota;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Takes part in the shared budget before the first call to Leeloo and until after the last. */
@Component
class QuotaLifecycle implements SmartLifecycle {

    /** After the web server, the jobs and the last changes; the data sources close later. */
    private static final int LAST = DEFAULT_PHASE - 8192;

    private final QuotaReporter reporter;

    QuotaLifecycle(Quota quota) {
        reporter = quota.reporter();
    }

    @Override
    public void start() {
        reporter.start();
    }

    @Override
    public void stop() {
        reporter.stop();
    }

    @Override
    public boolean isRunning() {
        return reporter.isRunning();
    }

    @Override
    public int getPhase() {
        return LAST;
    }
}
