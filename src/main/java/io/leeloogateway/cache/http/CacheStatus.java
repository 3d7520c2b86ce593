package io.leeloogateway.cache.http;

import io.leeloogateway.cache.FreshnessPolicy;
import java.time.Duration;
import java.util.Optional;

/** Says how an answer was come by (RFC 9211). */
public final class CacheStatus {

    private static final String NAME = "leeloo-gateway";

    private CacheStatus() {}

    public static String hit() {
        return NAME + "; hit";
    }

    public static String staleHit(Duration left) {
        return NAME + "; hit; ttl=" + left.toSeconds();
    }

    public static String forwarded(FreshnessPolicy.Verdict why, boolean isStored, boolean isCollapsed) {
        return NAME + "; fwd=" + reason(why) + (isStored ? "; stored" : "") + (isCollapsed ? "; collapsed" : "");
    }

    /** With the status of Leeloo's answer, where there was one. */
    public static String servedStale(FreshnessPolicy.Verdict why, Optional<Integer> status) {
        return failed(why, status, "served-stale");
    }

    /** What a list told, instead of the thing itself. */
    public static String servedRow(FreshnessPolicy.Verdict why, Optional<Integer> status) {
        return failed(why, status, "served-row");
    }

    private static String failed(FreshnessPolicy.Verdict why, Optional<Integer> status, String detail) {
        return NAME + "; fwd=" + reason(why) + forwardStatus(status) + "; detail=" + detail;
    }

    private static String forwardStatus(Optional<Integer> status) {
        return status.map(code -> "; fwd-status=" + code).orElse("");
    }

    private static String reason(FreshnessPolicy.Verdict why) {
        return switch (why) {
            case MISSING -> "miss";
            case REQUESTED -> "request";
            case EXPIRED -> "stale";
            case FRESH, STALE, NOTHING -> throw new IllegalArgumentException(why + " asks nobody");
        };
    }
}
