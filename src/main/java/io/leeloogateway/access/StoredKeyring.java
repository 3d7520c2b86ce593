package io.leeloogateway.access;

import io.leeloogateway.request.Caller;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The keys of the clients, of which the database has the hashes. */
@Component
class StoredKeyring implements Keyring {

    private static final Logger log = LoggerFactory.getLogger(StoredKeyring.class);
    private static final byte[] HASH_OF_NO_KEY = new byte[32];

    private final ClientKeys keys;
    private final KeyHasher hasher;
    private final Clock clock;

    StoredKeyring(ClientKeys keys, KeyHasher hasher, Clock clock) {
        this.keys = keys;
        this.hasher = hasher;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> find(Secret token) {
        return ApiKey.parse(token).flatMap(this::find);
    }

    /** An unknown key costs as much as a known one: a look-up and a hash. */
    private Optional<Caller> find(ApiKey shown) {
        var stored = keys.findWithClientById(shown.id());
        var genuine = hasher.matches(shown, stored.map(ClientKey::hash).orElse(HASH_OF_NO_KEY));
        var caller =
                stored.filter(key -> genuine && key.isValidAt(clock.instant())).map(ClientKey::caller);
        if (caller.isEmpty()) {
            log.debug("key {} refused: known {}, genuine {}", shown.id(), stored.isPresent(), genuine);
        }
        return caller;
    }
}
