package io.leeloogateway.access.ratelimit;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/**
 * The state of a client's rate limit for one request.
 *
 * @param ignoresRefusals whether the client goes on, although it was refused as often as its limit allows requests
 */
public record RateLimitStatus(
        boolean allowed, int limit, int remaining, Duration timeToReset, boolean ignoresRefusals) {

    static final Duration WINDOW = Duration.ofMinutes(1);

    static final String POLICY_HEADER = "RateLimit-Policy";
    static final String HEADER = "RateLimit";

    /**
     * Follows draft-ietf-httpapi-ratelimit-headers-10: quota (q), window (w), remaining requests (r), seconds until the reset (t). The
     * second policy is Leeloo's limit, which all clients share.
     */
    public void writeHeaders(HttpServletResponse response, int leelooLimit) {
        response.setHeader(POLICY_HEADER, policy("client", limit) + ", " + policy("leeloo", leelooLimit));
        response.setHeader(
                HEADER,
                "\"client\";r=" + remaining + ";t="
                        + timeToReset.plusMillis(999).toSeconds());
    }

    private static String policy(String name, int limit) {
        return "\"" + name + "\";q=" + limit + ";w=" + WINDOW.toSeconds();
    }
}
