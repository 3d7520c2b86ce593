package io.leeloogateway.leeloo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** How long a throttled answer says to wait, in seconds (RFC 9110, 10.2.3); its form as a date is not seen at Leeloo. */
final class RetryAfter {

    private static final int LONGEST_SECONDS = 3600;

    private RetryAfter() {}

    static @Nullable Duration of(HttpHeaders headers) {
        var value = headers.getFirst(HttpHeaders.RETRY_AFTER);
        if (value == null || !value.strip().matches("\\d{1,9}")) {
            return null;
        }
        return Duration.ofSeconds(Math.min(Long.parseLong(value.strip()), LONGEST_SECONDS));
    }
}
