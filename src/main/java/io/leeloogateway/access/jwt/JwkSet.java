package io.leeloogateway.access.jwt;

import com.nimbusds.jose.jwk.JWKSet;
import java.time.Duration;
import java.time.Instant;

/** An issuer's keys, and when it told them. */
record JwkSet(JWKSet keys, Instant fetchedAt) {

    /** A key that is not in a set as young as this does not exist; so often do unknown keys make us ask. */
    static final Duration YOUNG = Duration.ofSeconds(30);

    static final Duration FRESH = Duration.ofMinutes(5);

    /** Longer than tokens usually live: of an issuer that is away for longer there are no good ones left. */
    static final Duration KEPT = Duration.ofHours(1);

    boolean isYoung(Instant now) {
        return now.isBefore(fetchedAt.plus(YOUNG));
    }

    boolean isFresh(Instant now) {
        return now.isBefore(fetchedAt.plus(FRESH));
    }

    boolean isKept(Instant now) {
        return now.isBefore(fetchedAt.plus(KEPT));
    }
}
