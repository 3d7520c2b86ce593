package io.leeloogateway.cache.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.leeloogateway.cache.store.RenderedAnswer.Source;
import io.leeloogateway.leeloo.CacheKey;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The versions of cache entries as last read from the database. Each is valid until its scope is invalidated; the lease says whether that would be known. */
final class KnownVersions {

    private static final int MAX_ENTRIES = 20_000;

    private final Cache<CacheKey, CacheEntry> versions =
            Caffeine.newBuilder().maximumSize(MAX_ENTRIES).build();

    private volatile long epoch;

    @Nullable
    CacheEntry find(CacheKey key) {
        return versions.getIfPresent(key);
    }

    boolean containAll(List<Source> sources) {
        for (var source : sources) {
            if (!source.version().equals(versions.getIfPresent(source.key()))) {
                return false;
            }
        }
        return true;
    }

    /** Taken before a version is read from the database. */
    long epoch() {
        return epoch;
    }

    /** Keeps no version that was read before entries were forgotten: it may be one of them. */
    synchronized void remember(CacheKey key, CacheEntry version, long epochBefore) {
        if (epoch == epochBefore) {
            versions.put(key, version);
        }
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // written under the lock only
    synchronized void forget(Predicate<CacheKey> condition) {
        epoch++;
        versions.asMap().keySet().removeIf(condition);
    }
}
