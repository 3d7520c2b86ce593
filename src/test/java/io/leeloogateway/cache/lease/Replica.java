package io.leeloogateway.cache.lease;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.cache.store.CacheEntryRepository;
import io.leeloogateway.cache.store.CacheTables;
import io.leeloogateway.cache.store.GenerationRepository;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.cache.store.LocalLease;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.ResourceType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A replica's memory, lease and pool, without the rest of the gateway. Its value is the generation of a cached entry. */
final class Replica implements AutoCloseable {

    private final String name;
    private final HikariDataSource pool;
    private final JdbcClient database;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final AtomicLong fromMemory = new AtomicLong();

    Replica(String name, JdbcConnectionDetails details, CacheLeaseConnections connections) {
        this.name = name;
        pool = new HikariDataSource();
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(6);
        database = JdbcClient.create(pool);
        context.registerBean(JdbcClient.class, () -> database);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(LeelooClient.class, Replica::noLeeloo);
        context.registerBean(CacheTable.class, NoTable::new);
        context.registerBean(CacheLeaseConnections.class, () -> connections);
        context.register(LocalLease.class, LocalCache.class, CacheEntryRepository.class, CacheTables.class);
        context.register(StoredEntries.class, CacheLeaseRenewal.class);
        context.refresh();
    }

    @SuppressWarnings("NullAway") // entries without a body need no Leeloo
    private static LeelooClient noLeeloo() {
        return new LeelooClient(null, null, null, null, null);
    }

    String name() {
        return name;
    }

    long readsFromMemory() {
        return fromMemory.get();
    }

    long read(CacheKey key) {
        var cache = context.getBean(LocalCache.class);
        var inMemory = cache.findUnderLease(key);
        inMemory.ifPresent(_ -> fromMemory.incrementAndGet());
        return inMemory.orElseGet(() -> cache.find(key)).generation();
    }

    /** Raises the generation and stores an entry of it, in one transaction; returns once the other replicas have confirmed. */
    long change(CacheKey key, boolean isConfirmed) {
        return change(key, isConfirmed, () -> {});
    }

    long change(CacheKey key, boolean isConfirmed, Runnable onCommit) {
        var generation = new AtomicLong();
        var invalidation = new TransactionTemplate(new DataSourceTransactionManager(pool)).execute(_ -> {
            var raised = GenerationRepository.raise(database, Set.of(key.scope()));
            generation.set(database.sql("""
                            insert into cached_documents (id, kind, fetched_at, generation)
                            select :id, :kind, clock_timestamp(), generation from cache_generations where scope = :scope
                            on conflict (id) do update set generation = excluded.generation, fetched_at = excluded.fetched_at
                            returning generation""")
                    .param("id", key.id())
                    .param("kind", key.kind().name())
                    .param("scope", key.scope())
                    .query(Long.class)
                    .single());
            return raised;
        });
        onCommit.run();
        if (isConfirmed) {
            InvalidationBarrier.await(Objects.requireNonNull(invalidation), database);
        }
        return generation.get();
    }

    @Override
    public void close() {
        context.close();
        pool.close();
    }

    /** Spring injects no empty list. */
    private record NoTable() implements CacheTable {

        @Override
        public String name() {
            return "cached_orders";
        }

        @Override
        public ResourceType resourceType() {
            return ResourceType.ORDER;
        }

        @Override
        public Map<String, @Nullable Object> columns(Object value) {
            return Map.of();
        }
    }
}
