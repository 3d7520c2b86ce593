package io.leeloogateway.connections;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The bodies that are read and dropped after the response, only so that the client gets it; the oldest first. */
final class UnreadBodies {

    private final Queue<InputDeadline> deadlines = new ConcurrentLinkedQueue<>();

    void add(InputDeadline deadline) {
        deadlines.add(deadline);
    }

    void remove(InputDeadline deadline) {
        deadlines.remove(deadline);
    }

    /** Returns false if there is none. */
    boolean endOldest() {
        for (var oldest = deadlines.poll(); oldest != null; oldest = deadlines.poll()) {
            if (oldest.pass()) {
                return true;
            }
        }
        return false;
    }
}
