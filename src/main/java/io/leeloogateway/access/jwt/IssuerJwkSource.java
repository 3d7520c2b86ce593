package io.leeloogateway.access.jwt;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Selects keys from the issuer's JWK set. A token with a cached key does not wait for a fetch. */
final class IssuerJwkSource implements JWKSource<SecurityContext> {

    private final JwkSetFetcher fetcher;
    private final LongSupplier nanoTime;

    IssuerJwkSource(JwkSetFetcher fetcher, LongSupplier nanoTime) {
        this.fetcher = fetcher;
        this.nanoTime = nanoTime;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        var now = nanoTime.getAsLong();
        var cached = fetcher.lastFetched().filter(set -> set.isUsable(now));
        if (cached.isPresent() && !cached.get().isFresh(now)) {
            fetcher.startIfDue();
        }
        var keys = cached.map(set -> selector.select(set.keys())).orElse(List.of());
        return keys.isEmpty() ? selector.select(fetcher.await(timeout()).keys()) : keys;
    }

    private static Duration timeout() {
        return RequestContext.find()
                .map(RequestContext::deadline)
                .map(Deadline::remaining)
                .filter(remaining -> remaining.compareTo(JwkSetFetcher.TIMEOUT) < 0)
                .orElse(JwkSetFetcher.TIMEOUT);
    }
}
