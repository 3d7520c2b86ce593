package io.leeloogateway.lifecycle;

import io.leeloogateway.request.WarmUp;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Repeats a warm-up until its rehearsals have settled: the last ones all kept the budget. A failed rehearsal is repeated, too. */
final class WarmUpRun implements Runnable {

    /** More than the five executions after which the driver prepares a statement in the server. */
    private static final int FAST_REHEARSALS = 6;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final WarmUp warmUp;
    private volatile int fast;
    private volatile boolean stopped;
    private volatile String last = "not rehearsed";

    WarmUpRun(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    public void run() {
        while (!isSettled() && !stopped) {
            rehearse();
        }
    }

    /** Ends after the current rehearsal: an interrupt would break the connection that it uses. */
    void stop() {
        stopped = true;
    }

    boolean isSettled() {
        return fast >= FAST_REHEARSALS;
    }

    private void rehearse() {
        try {
            var duration = warmUp.rehearse();
            fast = duration.compareTo(warmUp.budget()) <= 0 ? fast + 1 : 0;
            last = duration.toMillis() + " ms";
        } catch (RuntimeException e) {
            fast = 0;
            last = e.toString();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public String toString() {
        return "%s: %s, budget %d ms"
                .formatted(warmUp.step(), last, warmUp.budget().toMillis());
    }
}
