package io.leeloogateway.request;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The end of the time limit of a request, on the monotonic clock. */
public record Deadline(long nanoTime) {

    /** The request header that sets the time limit in seconds. */
    public static final String HEADER = "Request-Timeout";

    /** With the two seconds that a response may take in addition, no longer than the usual client timeout of 10 s. */
    static final Duration DEFAULT = Duration.ofSeconds(8);

    static final Duration MAX = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(\\.\\d{1,3})?");

    public static Deadline after(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** Parses a {@code Request-Timeout}: more than 0 seconds, at most three decimals; otherwise empty. More than 30 seconds count as 30. */
    public static Optional<Duration> parse(String seconds) {
        if (!SECONDS.matcher(seconds).matches()) {
            return Optional.empty();
        }
        var timeout = Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
        var capped = timeout.compareTo(MAX) > 0 ? MAX : timeout;
        return timeout.isZero() ? Optional.empty() : Optional.of(capped);
    }

    /** An earlier deadline. */
    public Deadline minus(Duration time) {
        return new Deadline(nanoTime - time.toNanos());
    }

    public Deadline orEarlier(Deadline other) {
        return nanoTime - other.nanoTime < 0 ? this : other;
    }

    /** The remaining time; zero after the deadline. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
