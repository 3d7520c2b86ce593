package io.leeloogateway.cache;

import io.leeloogateway.cache.lease.InvalidationBarrier;
import io.leeloogateway.cache.lease.StoredEntries;
import io.leeloogateway.cache.store.GenerationRepository;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.leeloo.CacheKey;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes cache entries invalid on all replicas, and announces newer ones. */
@Component
public class CacheInvalidator {

    private final List<InvalidationDependencies> dependencies;
    private final StoredEntries storedEntries;
    private final LocalCache memory;

    CacheInvalidator(List<InvalidationDependencies> dependencies, StoredEntries storedEntries, LocalCache memory) {
        this.dependencies = List.copyOf(dependencies);
        this.storedEntries = storedEntries;
        this.memory = memory;
    }

    /**
     * Invalidates the entries of the changed scopes and of the scopes that depend on them, in the transaction of the given connection.
     * Loads in flight store nothing any more. After the commit, {@link #awaitConfirmation} waits for the memory of the other replicas.
     */
    public Invalidation invalidate(Set<String> changedScopes, JdbcClient database) {
        var dependent =
                dependencies.stream().flatMap(module -> module.dependentScopes(changedScopes, database).stream());
        return GenerationRepository.raise(
                database, Stream.concat(changedScopes.stream(), dependent).collect(Collectors.toUnmodifiableSet()));
    }

    /** Waits, not longer than a lease, until no replica answers from an entry that the committed invalidation has made invalid. */
    public void awaitConfirmation(Invalidation invalidation, JdbcClient database) {
        memory.invalidate(invalidation.scopes());
        InvalidationBarrier.await(invalidation, database);
    }

    /** Announces entries that were refreshed in the database, so that replicas serve the newer ones soon. */
    public void announce(Collection<CacheKey> refreshed) {
        storedEntries.announce(refreshed);
    }
}
