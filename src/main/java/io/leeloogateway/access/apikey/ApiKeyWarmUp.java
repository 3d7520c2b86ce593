package io.leeloogateway.access.apikey;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.access.AccessDataSourceConfiguration;
import io.leeloogateway.access.client.ClientKeyRepository;
import io.leeloogateway.request.PoolRehearsal;
import io.leeloogateway.request.WarmUp;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Looks up a key that does not exist, and compares its hash. */
@Component
class ApiKeyWarmUp implements WarmUp {

    private static final byte[] NO_HASH = new byte[32];

    private final ClientKeyRepository keys;
    private final ApiKeyHasher hasher;
    private final ApiKey key;
    private final PoolRehearsal connections;

    ApiKeyWarmUp(
            ClientKeyRepository keys,
            ApiKeyHasher hasher,
            SecureRandom random,
            @Qualifier(AccessDataSourceConfiguration.NAME) HikariDataSource database) {
        this.keys = keys;
        this.hasher = hasher;
        this.key = ApiKey.generate(random);
        this.connections = new PoolRehearsal(database);
    }

    @Override
    public String step() {
        return "look-up of an API key";
    }

    @Override
    public Duration budget() {
        return LookupCircuitBreaker.TIMEOUT.dividedBy(5);
    }

    @Override
    public Duration rehearse() {
        return connections.onEachConnection(() -> {
            var found = keys.findWithClient(key.id());
            if (found.isPresent() || hasher.matches(key, NO_HASH)) {
                throw new IllegalStateException("a key that was never stored is known");
            }
        });
    }
}
