package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditWriter;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Records the current counters before the audit writer stops. */
@Component
class AggregatorShutdown implements SmartLifecycle {

    private final RefusalAggregator refusals;
    private final OverloadRejector overload;
    private volatile boolean running;

    AggregatorShutdown(RefusalAggregator refusals, OverloadRejector overload) {
        this.refusals = refusals;
        this.overload = overload;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        refusals.flushAll();
        overload.flushAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server, before the audit writer. */
    @Override
    public int getPhase() {
        return AuditWriter.PHASE + 1;
    }
}
