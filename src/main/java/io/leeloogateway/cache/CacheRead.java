package io.leeloogateway.cache;

import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.cache.store.CacheLookup;
import io.leeloogateway.cache.store.LocalCache;
import io.leeloogateway.leeloo.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * One read of one caller.
 *
 * @param query what is wanted
 * @param wanted how fresh
 * @param rule what is good enough
 * @param shelf what there is
 * @param known what was read of it before
 * @param arrived when it began, in nanoseconds of this process
 */
record CacheRead<T>(
        Query<T> query,
        RequestCacheControl wanted,
        FreshnessPolicy rule,
        CacheLookup shelf,
        LocalCache.@Nullable Value known,
        long arrived) {

    CacheEntry copy() {
        return shelf.copy().orElseThrow();
    }
}
