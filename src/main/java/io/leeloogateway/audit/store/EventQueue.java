package io.leeloogateway.audit.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues events and hands them out in batches. */
final class EventQueue {

    private static final Logger log = LoggerFactory.getLogger(EventQueue.class);

    private static final int MAX_BATCH_SIZE = 500;

    /** The index takes time for each tag. */
    private static final int MAX_BATCH_TAGS = 5_000;

    /** Together with the commit, an event is delayed by at most 100 ms. */
    private static final Duration BATCH_WINDOW = Duration.ofMillis(50);

    /** Within the window the writer looks for events at these intervals: to be woken for each one costs more than its JSON. */
    private static final Duration INTERVAL = Duration.ofMillis(5);

    private final BlockingQueue<PendingEvent> events = new LinkedBlockingQueue<>();

    void add(PendingEvent event) {
        events.add(event);
    }

    /** False if the event has already been handed out. */
    boolean remove(PendingEvent event) {
        return events.remove(event);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    Optional<PendingEvent> oldest() {
        return Optional.ofNullable(events.peek());
    }

    /** The window starts with the arrival of the first event, which may have waited for the previous batch. */
    List<PendingEvent> nextBatch(BooleanSupplier mayWait) {
        var batch = new ArrayList<PendingEvent>(MAX_BATCH_SIZE);
        var tags = 0;
        var next = next(BATCH_WINDOW.toNanos(), mayWait);
        while (next != null) {
            batch.add(next);
            tags += next.event().subject().tags().size();
            var isFull = batch.size() == MAX_BATCH_SIZE || tags >= MAX_BATCH_TAGS;
            next = isFull ? null : nextUntil(batch.getFirst().since() + BATCH_WINDOW.toNanos(), mayWait);
        }
        return batch;
    }

    private @Nullable PendingEvent nextUntil(long end, BooleanSupplier mayWait) {
        var next = events.poll();
        var remaining = end - System.nanoTime();
        while (next == null && remaining > 0 && mayWait.getAsBoolean()) {
            LockSupport.parkNanos(Math.min(remaining, INTERVAL.toNanos()));
            next = events.poll();
            remaining = end - System.nanoTime();
        }
        return next;
    }

    private @Nullable PendingEvent next(long nanos, BooleanSupplier mayWait) {
        try {
            return events.poll(mayWait.getAsBoolean() ? nanos : 0, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            log.debug("the audit writer ignores the interrupt", e);
            return null;
        }
    }
}
