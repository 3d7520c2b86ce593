package io.leeloogateway.connections;

import java.nio.channels.SocketChannel;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

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
            endOldest(large, _ -> true);
        }
        large.add(deadline);
    }

    void remove(InputDeadline deadline) {
        if (!small.remove(deadline)) {
            large.remove(deadline);
        }
    }

    /** Ends the oldest whose connection meets the condition; returns false if there is none. */
    boolean endOldest(Predicate<SocketChannel> condition) {
        return endOldest(large, condition) || endOldest(small, condition);
    }

    private static boolean endOldest(Queue<InputDeadline> deadlines, Predicate<SocketChannel> condition) {
        for (var all = deadlines.iterator(); all.hasNext(); ) {
            var deadline = all.next();
            if (condition.test(deadline.channel())) {
                all.remove();
                if (deadline.pass()) {
                    return true;
                }
            }
        }
        return false;
    }
}
