package io.leeloogateway.audit.capture;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Bounds the number of events that wait to be committed. Each request acquires a permit before its work, so that no later request overtakes it. */
@Component
public class AuditBackpressure {

    static final int CAPACITY = 5_000;

    private static final Duration MAX_WAIT = Duration.ofMillis(500);

    private final Semaphore permits = new Semaphore(CAPACITY, true);

    /** Waits for a permit until the deadline, at most half a second. */
    boolean tryAcquire(Deadline deadline) {
        var remaining = deadline.remaining();
        var wait = remaining.compareTo(MAX_WAIT) < 0 ? remaining : MAX_WAIT;
        try {
            return permits.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void release() {
        permits.release();
    }

    int availablePermits() {
        return permits.availablePermits();
    }

    /** The approximate number of requests that wait for a permit. */
    int queueLength() {
        return permits.getQueueLength();
    }
}
