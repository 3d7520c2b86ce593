package io.leeloogateway.operations.dispatch;

import io.leeloogateway.request.Deadline;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** The changes that this instance has in hand. */
@Component
public class InFlightChanges {

    /** For the outcome of what was answered at the drain's very end. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();
    private volatile Deadline end = Deadline.after(Duration.ZERO);
    private volatile boolean givenUp;

    /** Also after a stop: what was given up then is not this instance's any more. */
    void begin() {
        ids.clear();
        givenUp = false;
    }

    public void add(UUID id) {
        ids.add(id);
    }

    public void remove(UUID id) {
        ids.remove(id);
    }

    boolean has(UUID id) {
        return ids.contains(id);
    }

    /** From now on nothing is added, and by then what there is should be over. */
    void endBy(Deadline drained) {
        end = drained;
    }

    /** Waits until the last one is written down, or until they should be over; gives those that are not. */
    Set<UUID> awaitLast() {
        var last = Deadline.after(end.remaining().compareTo(LEAST) < 0 ? LEAST : end.remaining());
        while (!ids.isEmpty() && !last.remaining().isZero()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        givenUp = true;
        return Set.copyOf(ids);
    }

    /** Nobody waits for the last ones any more. */
    boolean isGivenUp() {
        return givenUp;
    }
}
