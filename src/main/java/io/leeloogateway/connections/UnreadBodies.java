package io.leeloogateway.connections;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The bodies that are read and dropped after the response, only so that the client gets it; the oldest first. Chunks of one byte keep the processor
 * busy for as long as they are read, so only few bodies are read at once.
 */
final class UnreadBodies {

    static final int MAX_BODIES = 2;

    private final Queue<InputDeadline> deadlines = new ConcurrentLinkedQueue<>();

    synchronized void add(InputDeadline deadline) {
        while (deadlines.size() >= MAX_BODIES) {
            endOldest();
        }
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
