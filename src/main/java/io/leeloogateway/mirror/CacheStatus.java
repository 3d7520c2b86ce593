package io.leeloogateway.mirror;

import java.time.Duration;
import java.util.Optional;

/** Says how an answer was come by (RFC 9211). */
final class CacheStatus {

    private static final String NAME = "leeloo-gateway";

    private CacheStatus() {}

    static String hit() {
        return NAME + "; hit";
    }

    static String staleHit(Duration left) {
        return NAME + "; hit; ttl=" + left.toSeconds();
    }

    static String forwarded(Rule.Verdict why, boolean isStored, boolean isCollapsed) {
        return NAME + "; fwd=" + reason(why) + (isStored ? "; stored" : "") + (isCollapsed ? "; collapsed" : "");
    }

    /** With the status of Leeloo's answer, where there was one. */
    static String servedStale(Rule.Verdict why, Optional<Integer> status) {
        return failed(why, status, "served-stale");
    }

    /** What a list told, instead of the thing itself. */
    static String servedRow(Rule.Verdict why, Optional<Integer> status) {
        return failed(why, status, "served-row");
    }

    private static String failed(Rule.Verdict why, Optional<Integer> status, String detail) {
        return NAME + "; fwd=" + reason(why) + forwardStatus(status) + "; detail=" + detail;
    }

    private static String forwardStatus(Optional<Integer> status) {
        return status.map(code -> "; fwd-status=" + code).orElse("");
    }

    private static String reason(Rule.Verdict why) {
        return switch (why) {
            case MISSING -> "miss";
            case REQUESTED -> "request";
            case EXPIRED -> "stale";
            case FRESH, STALE, NOTHING -> throw new IllegalArgumentException(why + " asks nobody");
        };
    }
}
