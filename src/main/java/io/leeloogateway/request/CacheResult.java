package io.leeloogateway.request;

import java.time.Duration;

/**
 * What an answer was made of.
 *
 * @param age how old that is
 * @param left how much longer it is fresh
 * @param status how it was come by (RFC 9211)
 */
public record CacheResult(Duration age, Duration left, String status) {

    /** Whether a copy was given, and not what Leeloo said now. */
    public boolean isCopy() {
        return !status.contains("fwd=") || status.contains("served-stale");
    }
}
