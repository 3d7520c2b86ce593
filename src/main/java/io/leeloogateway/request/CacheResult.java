package io.leeloogateway.request;

import java.time.Duration;

/**
 * The result of one cached read.
 *
 * @param age the age of the value
 * @param ttl the remaining freshness of the value
 * @param status the parameters of {@code Cache-Status} (RFC 9211)
 */
public record CacheResult(Duration age, Duration ttl, String status) {

    /** Whether the value was served from the cache without a successful call to Leeloo. */
    public boolean isFromCache() {
        return !status.contains("fwd=") || status.contains("served-stale");
    }
}
