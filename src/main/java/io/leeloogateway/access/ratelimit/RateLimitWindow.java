package io.leeloogateway.access.ratelimit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** One replica's view of a client's window: the requests leased to this replica, and those still available. */
final class RateLimitWindow {

    private static final int MIN_PATIENCE = 60;

    private final LongSupplier nanoTime;
    private int limit;
    private long limitReadAtNanos;
    private int leased;
    private int available = 1;

    /** What requests have cost besides; later requests pay for it, also in the next window. */
    private int debt;

    private int refused;

    private long endsAtNanos;

    RateLimitWindow(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        endsAtNanos = nanoTime.getAsLong();
    }

    /** Takes one request from the window; acquires a lease when no leased requests remain. */
    synchronized RateLimitStatus tryAcquire(
            int clientLimit, long readAtNanos, IntFunction<Optional<QuotaLease>> leases) {
        var currentLimit = latestLimit(clientLimit, readAtNanos);
        if (hasEnded() || limit != currentLimit) {
            leased = hasEnded() ? 0 : Math.min(leased, currentLimit);
            available = 1;
            refused = 0;
            limit = currentLimit;
            debt = Math.min(debt, limit);
        }
        pay();
        while (leased == 0 && available > 0) {
            leases.apply(limit).ifPresentOrElse(this::use, this::countLocally);
            if (leased == 0) {
                break;
            }
            pay();
        }
        var allowed = leased > 0;
        leased -= allowed ? 1 : 0;
        refused += allowed ? 0 : 1;
        return new RateLimitStatus(
                allowed, limit, Math.max(0, leased + available - debt), timeToReset(), refused > patience());
    }

    /** A caller that heeds {@code Retry-After} has few refusals in a window. */
    private int patience() {
        return Math.max(limit, MIN_PATIENCE);
    }

    /** Adds the cost of an admitted request, but not more than one window. */
    synchronized void charge(long requests) {
        debt = (int) Math.min(limit, debt + requests);
    }

    private void pay() {
        var paid = Math.min(debt, leased);
        debt -= paid;
        leased -= paid;
    }

    /** Two keys of the client can be cached with different limits; the limit that was read last counts. */
    private int latestLimit(int clientLimit, long readAtNanos) {
        if (limit > 0 && readAtNanos - limitReadAtNanos < 0) {
            return limit;
        }
        limitReadAtNanos = readAtNanos;
        return clientLimit;
    }

    private void use(QuotaLease lease) {
        leased = lease.granted();
        available = lease.available();
        endsAtNanos = nanoTime.getAsLong() + lease.timeToReset().toNanos();
    }

    /** Counts the known remainder of the window, or a whole window, without the database. */
    private void countLocally() {
        if (hasEnded()) {
            available = limit;
            endsAtNanos = nanoTime.getAsLong() + RateLimitStatus.WINDOW.toNanos();
        }
        leased = available;
        available = 0;
    }

    private boolean hasEnded() {
        return nanoTime.getAsLong() - endsAtNanos >= 0;
    }

    private Duration timeToReset() {
        return Duration.ofNanos(Math.max(0, endsAtNanos - nanoTime.getAsLong()));
    }
}
