package io.leeloogateway.connections;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The requests that wait before they are refused or served, so that callers who send very many do not use the processor up; the oldest first. */
final class PausedRequests {

    private final Queue<CountDownLatch> pauses = new ConcurrentLinkedQueue<>();

    /** Returns false if the pause ended early, because a new connection needed room. */
    boolean pause(Duration time) {
        var end = new CountDownLatch(1);
        pauses.add(end);
        try {
            return !end.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            pauses.remove(end);
        }
    }

    /** Returns false if there is none. */
    boolean endOldest() {
        var oldest = pauses.poll();
        if (oldest != null) {
            oldest.countDown();
        }
        return oldest != null;
    }
}
