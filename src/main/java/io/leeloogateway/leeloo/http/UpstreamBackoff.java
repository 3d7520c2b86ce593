package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps reads from calling Leeloo while its limit is reached. */
@Component
public class UpstreamBackoff {

    private static final Duration INITIAL_DELAY = Duration.ofSeconds(1);
    private static final Duration MAX_DELAY = Duration.ofSeconds(30);
    /** Leeloo counts requests per minute. */
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final LongSupplier nanoTime;
    private long until;
    private long windowStart;
    private boolean isWindowOpen;
    private Duration nextDelay = INITIAL_DELAY;

    @Autowired
    UpstreamBackoff() {
        this(System::nanoTime);
    }

    UpstreamBackoff(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.until = nanoTime.getAsLong();
        this.windowStart = until - WINDOW.toNanos();
    }

    /** The time until the next call is allowed; empty if a call is allowed now. */
    public synchronized Optional<Duration> remaining() {
        var remaining = Duration.ofNanos(until - nanoTime.getAsLong());
        return remaining.isPositive() ? Optional.of(remaining) : Optional.empty();
    }

    /** Waits as long as Leeloo requests; otherwise 1 s, doubled each time up to 30 s, but not beyond Leeloo's minute. */
    public synchronized void recordThrottled(LeelooThrottled throttled) {
        if (throttled.requestedDelay().isPresent()) {
            waitFor(throttled.requestedDelay().get());
        } else if (remaining().isEmpty()) {
            waitFor(restOfWindow().filter(rest -> rest.compareTo(nextDelay) < 0).orElse(nextDelay));
            nextDelay = nextDelay.multipliedBy(2).compareTo(MAX_DELAY) < 0 ? nextDelay.multipliedBy(2) : MAX_DELAY;
        }
    }

    /** Responses to calls from before the throttling do not start a new minute. */
    public synchronized void recordSuccess() {
        nextDelay = INITIAL_DELAY;
        if (!isWindowOpen && remaining().isEmpty()) {
            isWindowOpen = true;
            windowStart = nanoTime.getAsLong();
        }
    }

    @EventListener
    synchronized void reset(SandboxReset event) {
        nextDelay = INITIAL_DELAY;
        until = nanoTime.getAsLong();
        isWindowOpen = false;
        windowStart = until - WINDOW.toNanos();
    }

    /** The rest of the minute that started with the first success after the last throttling; empty if it is over. */
    private Optional<Duration> restOfWindow() {
        var rest = WINDOW.minusNanos(nanoTime.getAsLong() - windowStart);
        return rest.isPositive() ? Optional.of(rest) : Optional.empty();
    }

    private void waitFor(Duration wait) {
        until = nanoTime.getAsLong() + wait.toNanos();
        isWindowOpen = false;
    }
}
