package io.leeloogateway.access.apikey;

import io.leeloogateway.access.AuthenticatedClient;
import io.leeloogateway.access.BearerToken;
import io.leeloogateway.access.CredentialResolver;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The keys of the clients, of which the database has the hashes. */
@Component
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
    public Optional<AuthenticatedClient> find(BearerToken shown) {
        var key = ApiKey.parse(shown.token());
        if (key.isEmpty()) {
            note("malformed");
        }
        return key.flatMap(parsed -> find(parsed, shown.address()));
    }

    /** An unknown, frozen or revoked key is hashed and compared like any other. */
    private Optional<AuthenticatedClient> find(ApiKey shown, String address) {
        var known = keys.find(shown.id(), address);
        var genuine = hasher.matches(shown, known.map(CachedApiKey::hash).orElse(HASH_OF_NO_KEY));
        var open = known.filter(key -> key.opensFrom(address, clock.instant()));
        if (!genuine || open.isEmpty()) {
            log.debug(
                    "key {} refused: known {}, genuine {}, open {}",
                    shown.id(),
                    known.isPresent(),
                    genuine,
                    open.isPresent());
            note(known.map(key -> genuine ? key.whyNotAt(clock.instant()) : "wrong secret")
                    .orElse("unknown"));
            return Optional.empty();
        }
        return open.map(CachedApiKey::pass);
    }

    /** The caller is told nothing, the diary is. */
    private static void note(String reason) {
        RequestContext.find().ifPresent(context -> context.audit().setDenialReason(reason));
    }
}
