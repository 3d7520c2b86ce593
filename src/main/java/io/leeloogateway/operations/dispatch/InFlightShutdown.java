package io.leeloogateway.operations.dispatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Stops only after the last change under way is written down, or when the drain's time is over. */
@Component
class InFlightShutdown implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InFlightShutdown.class);

    /** After the web server, which drains at {@code DEFAULT_PHASE - 1024}. */
    static final int AFTER_THE_SERVER = DEFAULT_PHASE - 4096;

    private final InFlightChanges underway;
    private volatile boolean running;

    InFlightShutdown(InFlightChanges underway) {
        this.underway = underway;
    }

    @Override
    public void start() {
        underway.begin();
        running = true;
    }

    @Override
    public void stop() {
        var left = underway.awaitLast();
        running = false;
        if (!left.isEmpty()) {
            log.warn("{} changes are still under way; their outcome will be unknown: {}", left.size(), left);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return AFTER_THE_SERVER;
    }
}
