package io.leeloogateway.cache.store;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A parsed response in the local cache.
 *
 * @param fetchedAt when the gateway asked Leeloo
 * @param listRowFetchedAt when the gateway asked Leeloo for the list whose row is merged into the value; null if none is
 * @param value the value
 * @param withoutListRow the value before the list row was merged into it
 * @param weight the weight of the response body
 */
record ParsedValue(
        Instant fetchedAt, @Nullable Instant listRowFetchedAt, Object value, Object withoutListRow, int weight) {

    boolean hasBodyOf(CacheEntry entry) {
        return fetchedAt.equals(entry.fetchedAt());
    }

    boolean isCurrent(CacheEntry entry) {
        return hasBodyOf(entry) && Objects.equals(listRowFetchedAt, entry.listRowFetchedAt());
    }
}
