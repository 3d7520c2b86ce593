package io.leeloogateway.cache.load;

import io.leeloogateway.cache.CacheRead;
import io.leeloogateway.cache.EntryStored;
import io.leeloogateway.cache.lease.StoredEntries;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheEntryWriter;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores what a load brought, and tells the other instances and the modules that keep rows of lists. */
@Component
class LoadedEntryStore {

    private static final Logger log = LoggerFactory.getLogger(LoadedEntryStore.class);

    private final CacheEntryWriter entries;
    private final StoredEntries storedEntries;
    private final ApplicationEventPublisher events;

    LoadedEntryStore(CacheEntryWriter entries, StoredEntries storedEntries, ApplicationEventPublisher events) {
        this.entries = entries;
        this.storedEntries = storedEntries;
        this.events = events;
    }

    /** False if the database fails or rejects a value, or if the entry is outdated: Leeloo's response is served all the same. */
    boolean store(CacheRead<?> read, CacheEntry entry, @Nullable Object value, UUID leaseId) {
        try {
            var isStored = entries.store(read.key(), entry, value, leaseId);
            if (isStored) {
                storedEntries.announce(Set.of(read.key()));
            }
            if (isStored && value != null) {
                events.publishEvent(new EntryStored(read.query(), value, entry.fetchedAt(), entry.generation()));
            }
            return isStored;
        } catch (RuntimeException e) {
            log.warn(
                    "the response for {} is served, but not cached: {}",
                    read.query().target(),
                    DatabaseFailureClassifier.reason(e));
            return false;
        }
    }
}
