package io.leeloogateway.access.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;

/** A JWK set of an issuer and the monotonic time of its fetch in nanoseconds: the clock may be set back. */
record JwkSet(JWKSet keys, long fetchedAt) {

    /** An unknown key triggers no further fetch of a set younger than this. */
    static final Duration REFETCH_INTERVAL = Duration.ofSeconds(30);

    static final Duration REFRESH_AFTER = Duration.ofMinutes(5);

    /** Longer than the usual lifetime of tokens: after a longer outage, no valid token is left. */
    static final Duration MAX_AGE = Duration.ofHours(1);

    boolean isRecent(long now) {
        return isYounger(REFETCH_INTERVAL, now);
    }

    boolean isFresh(long now) {
        return isYounger(REFRESH_AFTER, now);
    }

    boolean isUsable(long now) {
        return isYounger(MAX_AGE, now);
    }

    private boolean isYounger(Duration age, long now) {
        return now - fetchedAt < age.toNanos();
    }
}
