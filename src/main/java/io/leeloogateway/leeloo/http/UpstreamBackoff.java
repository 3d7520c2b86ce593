package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooThrottled;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Remembers that Leeloo's limit is reached, so that reads need not ask to learn it again. */
@Component
public class UpstreamBackoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Leeloo counts by the minute: whatever it answered is forgotten then. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private long until;
    private long minuteBegan;
    private boolean isPassing;
    private Duration next = FIRST;

    @Autowired
    UpstreamBackoff() {
        this(System::nanoTime);
    }

    UpstreamBackoff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.until = nanoTime.getAsLong();
        this.minuteBegan = until - WINDOW.toNanos();
    }

    /** How long it is of no use to ask; empty when it may be. */
    public synchronized Optional<Duration> remaining() {
        var remaining = Duration.ofNanos(until - nanoTime.getAsLong());
        return remaining.isPositive() ? Optional.of(remaining) : Optional.empty();
    }

    /** As long as Leeloo said; otherwise 1 s, and twice as long each time anew, up to 30 s, but not beyond Leeloo's minute. */
    public synchronized void meet(LeelooThrottled throttled) {
        if (throttled.saidToWait().isPresent()) {
            waitFor(throttled.saidToWait().get());
        } else if (remaining().isEmpty()) {
            waitFor(restOfMinute().filter(rest -> rest.compareTo(next) < 0).orElse(next));
            next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        }
    }

    /** Answers that were under way when the limit was met do not begin a minute. */
    public synchronized void pass() {
        next = FIRST;
        if (!isPassing && remaining().isEmpty()) {
            isPassing = true;
            minuteBegan = nanoTime.getAsLong();
        }
    }

    /** Of the one that began with the first answer after the limit was met last; empty where it is over. */
    private Optional<Duration> restOfMinute() {
        var rest = WINDOW.minusNanos(nanoTime.getAsLong() - minuteBegan);
        return rest.isPositive() ? Optional.of(rest) : Optional.empty();
    }

    private void waitFor(Duration wait) {
        until = nanoTime.getAsLong() + wait.toNanos();
        isPassing = false;
    }
}
