package io.leeloogateway.access;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import org.springframework.stereotype.Component;

/** Makes and checks the keyed hashes that stand in the database in place of the keys. */
@Component
class KeyHasher {

    private static final String PURPOSE = "access keys";

    private final KeyedHash hashes;

    KeyHasher(Pepper pepper) {
        this.hashes = pepper.hashFor(PURPOSE);
    }

    byte[] hash(ApiKey key) {
        return hashes.of(key.text().bytes());
    }

    boolean matches(ApiKey key, byte[] hash) {
        return hashes.matches(key.text().bytes(), hash);
    }
}
