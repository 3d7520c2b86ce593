package io.leeloogateway.access.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;

/** A JWK set of an issuer and the time of its fetch. */
record JwkSet(JWKSet keys, Instant fetchedAt) {

    /** An unknown key triggers no further fetch of a set younger than this. */
    static final Duration REFETCH_INTERVAL = Duration.ofSeconds(30);

    static final Duration REFRESH_AFTER = Duration.ofMinutes(5);

    /** Longer than the usual lifetime of tokens: after a longer outage, no valid token is left. */
    static final Duration MAX_AGE = Duration.ofHours(1);

    boolean isRecent(Instant now) {
        return now.isBefore(fetchedAt.plus(REFETCH_INTERVAL));
    }

    boolean isFresh(Instant now) {
        return now.isBefore(fetchedAt.plus(REFRESH_AFTER));
    }

    boolean isUsable(Instant now) {
        return now.isBefore(fetchedAt.plus(MAX_AGE));
    }
}
