package io.leeloogateway.access.apikey;

import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Resolves the API keys stored in the database as hashes. */
@Component
@Order(4)
class StoredApiKeyResolver implements CredentialResolver {

    private static final Logger log = LoggerFactory.getLogger(StoredApiKeyResolver.class);
    private static final byte[] HASH_OF_NO_KEY = new byte[32];

    private final ApiKeyCache keys;
    private final ApiKeyHasher hasher;
    private final Clock clock;

    StoredApiKeyResolver(ApiKeyCache keys, ApiKeyHasher hasher, Clock clock) {
        this.keys = keys;
        this.hasher = hasher;
        this.clock = clock;
    }

    @Override
    public Optional<AuthenticatedClient> resolve(BearerToken bearer) {
        var key = ApiKey.parse(bearer.token());
        if (key.isEmpty()) {
            recordDenial("malformed");
        }
        return key.flatMap(parsed -> resolve(parsed, bearer.address()));
    }

    /** Hashes and compares an unknown, frozen or revoked key, too, so that the duration reveals nothing. */
    private Optional<AuthenticatedClient> resolve(ApiKey key, IpAddress address) {
        var known = keys.find(key.id(), address);
        var genuine = hasher.matches(key, known.map(CachedApiKey::hash).orElse(HASH_OF_NO_KEY));
        var usable = known.filter(stored -> stored.isUsableFrom(address, clock.instant()));
        if (!genuine || usable.isEmpty()) {
            log.debug(
                    "key {} denied: known {}, genuine {}, usable {}",
                    key.id(),
                    known.isPresent(),
                    genuine,
                    usable.isPresent());
            recordDenial(known.map(stored -> genuine ? stored.denialReasonAt(clock.instant()) : "wrong secret")
                    .orElse("unknown"));
            return Optional.empty();
        }
        return usable.map(CachedApiKey::authenticatedClient);
    }

    /** Records the reason in the audit log; the response does not contain it. */
    private static void recordDenial(String reason) {
        RequestContext.find().ifPresent(context -> context.audit().setDenialReason(reason));
    }
}
