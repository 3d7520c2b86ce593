package io.leeloogateway.access.ratelimit;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.access.AccessDataSourceConfiguration;
import io.leeloogateway.request.PoolRehearsal;
import io.leeloogateway.request.WarmUp;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Leases quota for a client that does not exist. */
@Component
class RateLimitWarmUp implements WarmUp {

    private final QuotaLeaseRepository leases;
    private final PoolRehearsal connections;

    RateLimitWarmUp(
            QuotaLeaseRepository leases, @Qualifier(AccessDataSourceConfiguration.NAME) HikariDataSource database) {
        this.leases = leases;
        this.connections = new PoolRehearsal(database);
    }

    @Override
    public String step() {
        return "lease of quota";
    }

    @Override
    public Duration budget() {
        return QuotaLeaseClient.TIMEOUT.dividedBy(5);
    }

    @Override
    public Duration rehearse() {
        return connections.undoneOnEachConnection(() -> leases.acquire("warm-up " + UUID.randomUUID(), 1, 1));
    }
}
