package io.leeloogateway.operations.dispatch;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Notes when the server begins to take no more requests: what is under way then has one and the same time to end, answers and outcomes
 * together. It knows the changes under way and they not it, because Spring stops whoever knows a bean before that bean.
 */
@Component
class DrainDeadline implements SmartLifecycle {

    /** Just before the web server, which drains at {@code DEFAULT_PHASE - 1024}. */
    private static final int BEFORE_THE_SERVER = DEFAULT_PHASE - 1023;

    private final InFlightChanges underway;
    private final Duration longest;
    private volatile boolean running;

    DrainDeadline(
            InFlightChanges underway, @Value("${spring.lifecycle.timeout-per-shutdown-phase:30s}") Duration longest) {
        this.underway = underway;
        this.longest = longest;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        underway.endBy(Deadline.after(longest));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_SERVER;
    }
}
