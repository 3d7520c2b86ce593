package io.leeloogateway.connections;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The bodies that are read and dropped after the response, only so that the client gets it and can use the connection again; the oldest first.
 * Chunks of one byte keep the processor busy for as long as they are read, so only few bodies without a small length are read at once.
 */
final class UnreadBodies {

    static final int MAX_LARGE_BODIES = 2;
    private static final int MAX_SMALL_BYTES = 16 * 1024;

    private final Queue<InputDeadline> large = new ConcurrentLinkedQueue<>();
    private final Queue<InputDeadline> small = new ConcurrentLinkedQueue<>();

    /** The length is negative if the client did not name it. */
    synchronized void add(InputDeadline deadline, long length) {
        if (length >= 0 && length <= MAX_SMALL_BYTES) {
            small.add(deadline);
            return;
        }
        while (large.size() >= MAX_LARGE_BODIES) {
            endOldest(large);
        }
        large.add(deadline);
    }

    void remove(InputDeadline deadline) {
        if (!small.remove(deadline)) {
            large.remove(deadline);
        }
    }

    /** Returns false if there is none. */
    boolean endOldest() {
        return endOldest(large) || endOldest(small);
    }

    private static boolean endOldest(Queue<InputDeadline> deadlines) {
        for (var oldest = deadlines.poll(); oldest != null; oldest = deadlines.poll()) {
            if (oldest.pass()) {
                return true;
            }
        }
        return false;
    }
}
