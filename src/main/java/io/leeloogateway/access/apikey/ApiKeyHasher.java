package io.leeloogateway.access.apikey;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import org.springframework.stereotype.Component;

/** Makes and checks the keyed hashes that stand in the database in place of the keys. */
@Component
public class ApiKeyHasher {

    private static final String PURPOSE = "access keys";

    private final KeyedHash hashes;

    public ApiKeyHasher(Pepper pepper) {
        this.hashes = pepper.hashFor(PURPOSE);
    }

    public byte[] hash(ApiKey key) {
        return hashes.of(key.text().bytes());
    }

    public boolean matches(ApiKey key, byte[] hash) {
        return hashes.matches(key.text().bytes(), hash);
    }
}
