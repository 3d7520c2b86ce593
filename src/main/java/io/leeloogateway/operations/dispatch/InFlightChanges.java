package io.leeloogateway.operations.dispatch;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** The changes that this instance is recording or sending. */
@Component
public class InFlightChanges {

    /** Leaves time for the outcome of a response that arrives at the very end of the drain. */
    private static final Duration MIN_WAIT = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();
    private volatile Deadline drainDeadline = Deadline.after(Duration.ZERO);
    private volatile boolean abandoned;

    /** Changes abandoned by an earlier stop do not belong to this instance any more. */
    void reset() {
        ids.clear();
        abandoned = false;
    }

    public void add(UUID id) {
        ids.add(id);
    }

    public void remove(UUID id) {
        ids.remove(id);
    }

    boolean contains(UUID id) {
        return ids.contains(id);
    }

    void setDrainDeadline(Deadline deadline) {
        drainDeadline = deadline;
    }

    /** Waits until no change is in flight, or until the drain deadline; returns the abandoned changes. */
    Set<UUID> awaitCompletion() {
        var remaining = drainDeadline.remaining();
        awaitNone(remaining.compareTo(MIN_WAIT) < 0 ? MIN_WAIT : remaining);
        abandoned = true;
        return Set.copyOf(ids);
    }

    /** Waits until no change is in flight, at most this long. */
    public void awaitNone(Duration maxWait) {
        var last = Deadline.after(maxWait);
        while (!ids.isEmpty() && !last.remaining().isZero()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Whether the instance has stopped waiting for changes in flight. */
    boolean isAbandoned() {
        return abandoned;
    }
}
