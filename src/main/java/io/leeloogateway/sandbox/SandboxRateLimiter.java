package io.leeloogateway.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts the calls of the company in a fixed window of one minute, which starts with the first call. */
final class SandboxRateLimiter {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int limit;
    private final Clock clock;
    private Instant end = Instant.MIN;
    private int used;

    SandboxRateLimiter(int limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Zero if the call is accepted, otherwise the seconds until the window ends. */
    synchronized long secondsToWait() {
        if (limit == 0) {
            return 0;
        }
        var now = clock.instant();
        if (!now.isBefore(end)) {
            end = now.plus(WINDOW);
            used = 0;
        }
        if (used < limit) {
            used++;
            return 0;
        }
        return Math.ceilDiv(Duration.between(now, end).toMillis(), 1_000L);
    }

    synchronized void reset() {
        end = Instant.MIN;
    }
}
