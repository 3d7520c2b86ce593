package io.leeloogateway.operations.dispatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Delays the shutdown until the outcomes of all changes in flight are recorded, or until the drain deadline. */
@Component
class InFlightShutdown implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InFlightShutdown.class);

    /** After the web server, which drains at {@code DEFAULT_PHASE - 1024}. */
    static final int AFTER_WEB_SERVER = DEFAULT_PHASE - 4096;

    private final InFlightChanges inFlight;
    private volatile boolean running;

    InFlightShutdown(InFlightChanges inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public void start() {
        inFlight.reset();
        running = true;
    }

    @Override
    public void stop() {
        var abandoned = inFlight.awaitCompletion();
        running = false;
        if (!abandoned.isEmpty()) {
            log.warn("{} changes are still in flight; their outcome will be unknown: {}", abandoned.size(), abandoned);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_WEB_SERVER;
    }
}
