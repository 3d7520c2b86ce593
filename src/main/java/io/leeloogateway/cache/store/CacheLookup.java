package io.leeloogateway.cache.store;

import java.util.Optional;

/**
 * Where a copy stands, or could.
 *
 * @param copy the copy, if there is one
 * @param generation how often what it depends on was changed so far
 */
public record CacheLookup(Optional<CacheEntry> copy, long generation) {}
