package io.leeloogateway.access.ratelimit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** One client's window of a minute as one replica sees it: what it holds of it, and what may be left to take. */
final class RateLimitWindow {

    private final LongSupplier nanoTime;
    private int limit;
    private long limitReadAt;
    private int held;
    private int left = 1;
    private long endsAt;

    RateLimitWindow(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        endsAt = nanoTime.getAsLong();
    }

    /** Lets one request pass, if the limit does; asks for a lease when nothing is held. */
    synchronized RateLimitStatus take(int limitRead, long readAt, IntFunction<Optional<QuotaLease>> leases) {
        var limitNow = newest(limitRead, readAt);
        if (isOver() || limit != limitNow) {
            held = isOver() ? 0 : Math.min(held, limitNow);
            left = 1;
            limit = limitNow;
        }
        if (held == 0 && left > 0) {
            leases.apply(limit).ifPresentOrElse(this::hold, this::goAlone);
        }
        var granted = held > 0;
        held -= granted ? 1 : 0;
        return new RateLimitStatus(granted, limit, held + left, rest());
    }

    /** Two keys of the client may have been read at different times, with another limit each. */
    private int newest(int limitRead, long readAt) {
        if (limit > 0 && readAt - limitReadAt < 0) {
            return limit;
        }
        limitReadAt = readAt;
        return limitRead;
    }

    private void hold(QuotaLease lease) {
        held = lease.granted();
        left = lease.left();
        endsAt = nanoTime.getAsLong() + lease.rest().toNanos();
    }

    /** Without the database: the rest of the window as far as it was known, or a whole one. */
    private void goAlone() {
        if (isOver()) {
            left = limit;
            endsAt = nanoTime.getAsLong() + RateLimitStatus.WINDOW.toNanos();
        }
        held = left;
        left = 0;
    }

    private boolean isOver() {
        return nanoTime.getAsLong() - endsAt >= 0;
    }

    private Duration rest() {
        return Duration.ofNanos(Math.max(0, endsAt - nanoTime.getAsLong()));
    }
}
