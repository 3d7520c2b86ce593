package io.leeloogateway.leeloo;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remembers that Leeloo's limit is reached, so that reads need not ask to learn it again. */
@Component
class Throttle {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private long until = System.nanoTime();
    private Duration next = FIRST;

    /** How long it is of no use to ask; empty when it may be. */
    synchronized Optional<Duration> remaining() {
        var remaining = Duration.ofNanos(until - System.nanoTime());
        return remaining.isPositive() ? Optional.of(remaining) : Optional.empty();
    }

    /** As long as Leeloo said; otherwise 1 s, and twice as long each time anew, up to 30 s. */
    synchronized void meet(LeelooThrottled throttled) {
        if (throttled.saidToWait().isPresent()) {
            waitFor(throttled.saidToWait().get());
        } else if (remaining().isEmpty()) {
            waitFor(next);
            next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        }
    }

    synchronized void pass() {
        next = FIRST;
    }

    private void waitFor(Duration wait) {
        until = System.nanoTime() + wait.toNanos();
    }
}
