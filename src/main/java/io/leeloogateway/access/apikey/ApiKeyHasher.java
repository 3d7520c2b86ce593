package io.leeloogateway.access.apikey;

import io.leeloogateway.secrets.KeyedHash;
import io.leeloogateway.secrets.Pepper;
import org.springframework.stereotype.Component;

/** Computes and verifies the keyed hashes stored in place of API keys. */
@Component
public class ApiKeyHasher {

    private static final String PURPOSE = "access keys";

    private final KeyedHash hashes;

    public ApiKeyHasher(Pepper pepper) {
        this.hashes = pepper.hashFor(PURPOSE);
    }

    public byte[] hash(ApiKey key) {
        return hashes.hash(key.token().bytes());
    }

    public boolean matches(ApiKey key, byte[] hash) {
        return hashes.matches(key.token().bytes(), hash);
    }
}
