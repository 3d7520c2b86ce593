package io.leeloogateway.leeloo.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** How long a throttled answer says to wait: in seconds, or until a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    static @Nullable Duration of(HttpHeaders headers) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        return value.strip().matches("\\d{1,9}")
                ? within(Duration.ofSeconds(Long.parseLong(value.strip())))
                : until(headers).map(RetryAfter::within).orElse(null);
    }

    /** The date is by the clock of whoever answered; {@link Transport} adds ours where an answer carries none. */
    private static Optional<Duration> until(HttpHeaders headers) {
        try {
            var until = headers.getFirstDate(HttpHeaders.RETRY_AFTER);
            var answered = headers.getDate();
            return until < 0 || answered < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(until - answered));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Duration within(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
