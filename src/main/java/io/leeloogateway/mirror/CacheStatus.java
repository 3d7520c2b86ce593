package io.leeloogateway.mirror;

import java.time.Duration;

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

    static String servedStale(Rule.Verdict why, int status) {
        return NAME + "; fwd=" + reason(why) + "; fwd-status=" + status + "; detail=served-stale";
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
