package io.leeloogateway.access.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issuer's keys: who shows a known one never waits, and who shows an unknown one makes us ask only now and then. */
final class IssuerJwkSource implements JWKSource<SecurityContext> {

    private final JwkSetFetcher fetches;
    private final Clock clock;

    IssuerJwkSource(JwkSetFetcher fetches, Clock clock) {
        this.fetches = fetches;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        var now = clock.instant();
        var known = fetches.last().filter(set -> set.isKept(now));
        if (known.isPresent() && !known.get().isFresh(now)) {
            fetches.begin();
        }
        var keys = known.map(set -> selector.select(set.keys())).orElse(List.of());
        return keys.isEmpty() ? selector.select(fetches.await(patience()).keys()) : keys;
    }

    private static Duration patience() {
        return RequestContext.find()
                .map(RequestContext::deadline)
                .map(Deadline::remaining)
                .filter(left -> left.compareTo(JwkSetFetcher.LONGEST) < 0)
                .orElse(JwkSetFetcher.LONGEST);
    }
}
