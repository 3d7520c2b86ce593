package io.leeloogateway.cache.load;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.cache.CacheProperties;
import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.cache.store.CacheEntryWriter;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.query.FindPerson;
import io.leeloogateway.request.PoolRehearsal;
import io.leeloogateway.request.WarmUp;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Looks up a person that does not exist, and parses and stores a response. */
@Component
class LoadWarmUp implements WarmUp {

    private static final Duration BUDGET = Duration.ofMillis(100);

    private static final FindPerson QUERY = new FindPerson("0".repeat(24));

    private static final RawBody RESPONSE = new RawBody(("{\"status\":1,\"data\":{\"id\":\"" + "0".repeat(24)
                    + "\",\"name\":\"warm-up\",\"tags\":[],\"createdAt\":\"2026-01-01T00:00:00.000Z\"},\"included\":{}}")
            .getBytes(StandardCharsets.UTF_8));

    private final LocalCache cache;
    private final CacheEntryRepository entries;
    private final CacheEntryWriter writer;
    private final LoadLeaseRepository leases;
    private final LeelooClient leeloo;
    private final CacheProperties properties;
    private final PoolRehearsal connections;
    private final Clock clock;

    LoadWarmUp(
            LocalCache cache,
            CacheEntryRepository entries,
            CacheEntryWriter writer,
            LoadLeaseRepository leases,
            LeelooClient leeloo,
            CacheProperties properties,
            HikariDataSource database,
            Clock clock) {
        this.cache = cache;
        this.entries = entries;
        this.writer = writer;
        this.leases = leases;
        this.leeloo = leeloo;
        this.properties = properties;
        this.connections = new PoolRehearsal(database);
        this.clock = clock;
    }

    @Override
    public String step() {
        return "read through the cache";
    }

    @Override
    public Duration budget() {
        return BUDGET;
    }

    @Override
    public Duration rehearse() {
        var lookUp = connections.onEachConnection(() -> cache.find(QUERY.cacheKey()));
        var load = connections.undoneOnEachConnection(this::load);
        return lookUp.compareTo(load) > 0 ? lookUp : load;
    }

    private void load() {
        var entry = entries.find(QUERY.cacheKey(), null);
        var policy = properties.policy(QUERY.cacheKey().kind());
        var read = new CacheRead<>(QUERY, RequestCacheControl.NONE, policy, entry, System.nanoTime());
        var leaseId = UUID.randomUUID();
        leases.acquire(leaseId, read);
        var loaded = CacheEntry.found(RESPONSE, clock.instant(), entry.generation());
        writer.store(QUERY.cacheKey(), loaded, leeloo.parse(QUERY, RESPONSE), leaseId);
        leases.find(QUERY.cacheKey());
        leases.release(QUERY.cacheKey(), leaseId);
    }
}
