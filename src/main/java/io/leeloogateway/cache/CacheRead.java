package io.leeloogateway.cache;

import io.leeloogateway.cache.FreshnessPolicy.Verdict;
import io.leeloogateway.cache.http.RequestCacheControl;
import io.leeloogateway.cache.store.CacheEntry;
import io.leeloogateway.leeloo.CacheKey;
import io.leeloogateway.leeloo.query.Query;
import java.time.Instant;

/**
 * A read of one caller and the cache entry that it found.
 *
 * @param query the query
 * @param cacheControl how fresh the caller wants the response
 * @param policy freshness policy of the resource type
 * @param entry the entry
 * @param startedNanos when the read started, by {@link System#nanoTime()}
 */
public record CacheRead<T>(
        Query<T> query, RequestCacheControl cacheControl, FreshnessPolicy policy, CacheEntry entry, long startedNanos) {

    public CacheKey key() {
        return query.cacheKey();
    }

    Verdict verdict(Instant now) {
        return policy.evaluate(entry, cacheControl, now);
    }

    boolean allowsStaleOnError(Instant now) {
        return policy.allowsStaleOnError(entry, cacheControl, now);
    }
}
