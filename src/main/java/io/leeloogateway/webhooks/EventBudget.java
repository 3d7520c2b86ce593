package io.leeloogateway.webhooks;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The bytes that events may still take on disk. They come back steadily, up to the capacity. */
final class EventBudget {

    private static final double NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    private final double capacity;
    private final double bytesPerNano;
    private final LongSupplier nanoTime;
    private double available;
    private long refilledAt;

    EventBudget(long capacity, long bytesPerMinute, LongSupplier nanoTime) {
        this.capacity = capacity;
        this.bytesPerNano = bytesPerMinute / NANOS_PER_MINUTE;
        this.nanoTime = nanoTime;
        available = capacity;
        refilledAt = nanoTime.getAsLong();
    }

    /** Takes all of the bytes or, if there are too few, none. */
    synchronized void take(long bytes) {
        var now = nanoTime.getAsLong();
        available = Math.min(capacity, available + (now - refilledAt) * bytesPerNano);
        refilledAt = now;
        if (bytes > available) {
            throw new TooManyEvents(Duration.ofNanos((long) Math.ceil((bytes - available) / bytesPerNano)));
        }
        available -= bytes;
    }

    /** Makes the whole capacity available, because no event is kept any more. */
    synchronized void refill() {
        available = capacity;
    }
}
