package io.leeloogateway.access.ratelimit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** What a caller's limit says to a request: whether it may pass, what is left of the window, and how long the window lasts. */
public record RateLimitStatus(boolean granted, int limit, int remaining, Duration rest) {

    static final Duration WINDOW = Duration.ofMinutes(1);

    static final String POLICY_HEADER = "RateLimit-Policy";
    static final String HEADER = "RateLimit";

    /** As draft-ietf-httpapi-ratelimit-headers-10 has it: quota and window, remaining and seconds until all is there again. */
    public void tell(HttpServletResponse response) {
        response.setHeader(POLICY_HEADER, "\"client\";q=%d;w=%d".formatted(limit, WINDOW.toSeconds()));
        response.setHeader(
                HEADER,
                "\"client\";r=%d;t=%d".formatted(remaining, rest.plusMillis(999).toSeconds()));
    }
}
