package io.leeloogateway.operations.dispatch;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Starts the time limit of the drain when the web server stops accepting requests: responses and outcomes share one limit. Depends on
 * {@link InFlightChanges} and not the other way round, because Spring stops a dependent bean first.
 */
@Component
class DrainDeadline implements SmartLifecycle {

    /** Just before the web server, which drains at {@code DEFAULT_PHASE - 1024}. */
    private static final int BEFORE_WEB_SERVER = DEFAULT_PHASE - 1023;

    private final InFlightChanges inFlight;
    private final Duration limit;
    private volatile boolean running;

    DrainDeadline(
            InFlightChanges inFlight, @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") Duration limit) {
        this.inFlight = inFlight;
        this.limit = limit;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        inFlight.setDrainDeadline(Deadline.after(limit));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_WEB_SERVER;
    }
}
