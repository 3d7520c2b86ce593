package io.leeloogateway.cache.http;

import io.leeloogateway.cache.FreshnessPolicy.Verdict;
import java.time.Duration;
import java.util.Optional;

/** Formats the {@code Cache-Status} header (RFC 9211). */
public final class CacheStatus {

    private static final String CACHE_NAME = "leeloo-gateway";

    private CacheStatus() {}

    public static String hit() {
        return CACHE_NAME + "; hit";
    }

    public static String staleHit(Duration timeLeft) {
        return CACHE_NAME + "; hit; ttl=" + timeLeft.toSeconds();
    }

    /** The caller does not wait for the call that refreshes the entry, so the request is not forwarded. */
    public static String staleWhileRevalidate(Duration timeLeft) {
        return staleHit(timeLeft) + "; detail=stale-while-revalidate";
    }

    public static String forwarded(Verdict verdict, boolean isStored, boolean isCollapsed) {
        return CACHE_NAME + "; fwd=" + reason(verdict) + (isStored ? "; stored" : "")
                + (isCollapsed ? "; collapsed" : "");
    }

    /** A stale entry is served; with the status of Leeloo's response, if there was one. */
    public static String servedStale(Verdict verdict, Optional<Integer> upstreamStatus) {
        return failed(verdict, upstreamStatus, "served-stale");
    }

    /** A list row is served in place of the resource; with the status of Leeloo's response, if there was one. */
    public static String servedRow(Verdict verdict, Optional<Integer> upstreamStatus) {
        return failed(verdict, upstreamStatus, "served-row");
    }

    private static String failed(Verdict verdict, Optional<Integer> upstreamStatus, String detail) {
        var status = upstreamStatus.map(code -> "; fwd-status=" + code).orElse("");
        return CACHE_NAME + "; fwd=" + reason(verdict) + status + "; detail=" + detail;
    }

    private static String reason(Verdict verdict) {
        return switch (verdict) {
            case MISS -> "miss";
            case REVALIDATE -> "request";
            case EXPIRED -> "stale";
            case HIT, STALE_HIT, STALE_WHILE_REVALIDATE, ONLY_IF_CACHED_MISS ->
                throw new IllegalArgumentException(verdict + " does not forward to Leeloo");
        };
    }
}
