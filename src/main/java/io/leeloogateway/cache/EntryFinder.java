package io.leeloogateway.cache;

import io.leeloogateway.cache.FreshnessPolicy.Verdict;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.leeloo.CacheKey;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Finds the cache entry of a read: in memory if this replica holds a lease and the entry answers the read, otherwise in the database. */
@Component
class EntryFinder {

    private final LocalCache cache;
    private final CacheProperties properties;
    private final Clock clock;

    EntryFinder(LocalCache cache, CacheProperties properties, Clock clock) {
        this.cache = cache;
        this.properties = properties;
        this.clock = clock;
    }

    CacheEntry find(CacheKey key, RequestCacheControl cacheControl) {
        return cache.findUnderLease(key)
                .filter(entry -> answers(entry, key, cacheControl))
                .orElseGet(() -> cache.find(key));
    }

    private boolean answers(CacheEntry entry, CacheKey key, RequestCacheControl cacheControl) {
        var verdict = properties.policy(key.kind()).evaluate(entry, cacheControl, clock.instant());
        return verdict == Verdict.HIT || verdict == Verdict.STALE_HIT;
    }
}
