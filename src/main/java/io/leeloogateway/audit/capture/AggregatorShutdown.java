package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditWriter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells what was counted so far before the diary closes. */
@Component
class AggregatorShutdown implements SmartLifecycle {

    private final UnauthenticatedAggregator knocks;
    private final OverloadRejector turnedAway;
    private volatile boolean running;

    AggregatorShutdown(UnauthenticatedAggregator knocks, OverloadRejector turnedAway) {
        this.knocks = knocks;
        this.turnedAway = turnedAway;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        knocks.tellAll();
        turnedAway.tellAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server, before the diary. */
    @Override
    public int getPhase() {
        return AuditWriter.AFTER_THE_CHANGES + 1;
    }
}
