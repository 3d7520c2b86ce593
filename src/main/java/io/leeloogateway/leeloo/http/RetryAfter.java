package io.leeloogateway.leeloo.http;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Reads the Retry-After header of a throttled response: seconds or a date (RFC 9110, 10.2.3). */
final class RetryAfter {

    private static final Duration MAX_DELAY = Duration.ofHours(1);

    private RetryAfter() {}

    static @Nullable Duration of(HttpHeaders headers) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return null;
        }
        return value.strip().matches("\\d{1,9}")
                ? bounded(Duration.ofSeconds(Long.parseLong(value.strip())))
                : until(headers).map(RetryAfter::bounded).orElse(null);
    }

    /** Both dates are by Leeloo's clock; {@link Transport} adds the gateway's date to a response without one. */
    private static Optional<Duration> until(HttpHeaders headers) {
        try {
            var until = headers.getFirstDate(HttpHeaders.RETRY_AFTER);
            var date = headers.getDate();
            return until < 0 || date < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(until - date));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration delay) {
        if (delay.isNegative()) {
            return Duration.ZERO;
        }
        return delay.compareTo(MAX_DELAY) > 0 ? MAX_DELAY : delay;
    }
}
