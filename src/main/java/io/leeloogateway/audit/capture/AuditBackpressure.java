package io.leeloogateway.audit.capture;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Room for entries that wait to be committed. Each request takes a place before its work, so that none waits for one after it. */
@Component
public class AuditBackpressure {

    static final int ALL = 5_000;

    private static final Duration LONGEST = Duration.ofMillis(500);

    private final Semaphore free = new Semaphore(ALL, true);

    /** Waits for a place until then, but half a second at most. */
    boolean isTaken(Deadline deadline) {
        var remaining = deadline.remaining();
        var wait = remaining.compareTo(LONGEST) < 0 ? remaining : LONGEST;
        try {
            return free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack() {
        free.release();
    }

    int free() {
        return free.availablePermits();
    }

    /** How many requests wait for a place, more or less. */
    int waiting() {
        return free.getQueueLength();
    }
}
