package io.leeloogateway.quota.ledger;

import java.util.SortedMap;

/**
 * When the next permits can be granted: at an even pace that lasts for the next minute. A tenth of the limit may be used at once, if it is
 * idle: more would leave too little for the shares of the others in the rest of the minute.
 *
 * @param free the calls that are left in the window
 * @param returns the used calls by the time from which they no longer count
 * @param tokens the permits that the pace allows now
 */
record Schedule(long now, int limit, int free, SortedMap<Long, Integer> returns, double tokens, Pace pace) {

    private static final double MINUTE_SECONDS = 60;

    /** More than half of the limit is free, so that permits may wait for calls. */
    boolean isIdle() {
        return 2 * free > limit;
    }

    int available() {
        if (pace.pauseAt(now) > 0) {
            return 0;
        }
        return Math.max(0, Math.min(free, Math.max(burst(), (int) tokens)));
    }

    /** The available permits that a synchronization leaves to more urgent calls, which may come soon: those of half a second. */
    int headroom() {
        return (int) (rate() / 2);
    }

    /** Permits per second: the most that can go on for a minute. */
    double rate() {
        var rate = limit / MINUTE_SECONDS;
        var sum = free;
        for (var entry : returns.entrySet()) {
            rate = Math.min(rate, Math.max(0, sum) * 1000.0 / Math.max(1, entry.getKey() - now));
            sum += entry.getValue();
        }
        return rate * pace.factorAt(now);
    }

    /** The time until the given number of permits can be granted, in milliseconds. */
    long millisUntil(int permits) {
        var missing = permits - Math.max(burst(), tokens);
        var rate = rate() > 0 ? rate() : limit / MINUTE_SECONDS * pace.factorAt(now);
        var paced = missing <= 0 ? 0 : (long) Math.ceil(missing * 1000 / rate);
        return Math.max(pace.pauseAt(now), Math.max(paced, untilFree(permits)));
    }

    long pauseMillis() {
        return pace.pauseAt(now);
    }

    double factor() {
        return pace.factorAt(now);
    }

    private long untilFree(int permits) {
        var sum = free;
        for (var entry : returns.entrySet()) {
            if (sum >= permits) {
                break;
            }
            sum += entry.getValue();
            if (sum >= permits) {
                return entry.getKey() - now;
            }
        }
        return sum >= permits ? 0 : UsageWindow.MILLIS;
    }

    private int burst() {
        return pace.factorAt(now) < 1 ? 0 : free - Math.ceilDiv(limit * 9, 10);
    }
}
