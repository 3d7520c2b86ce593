package io.leeloogateway.cache;

import io.leeloogateway.leeloo.query.Query;
import java.time.Instant;

/**
 * A response of Leeloo was stored in the cache; modules refresh their own cache entries from it.
 *
 * @param query the query
 * @param value the parsed response
 * @param fetchedAt when the gateway asked Leeloo
 * @param generation generation of the entry
 */
public record EntryStored(Query<?> query, Object value, Instant fetchedAt, long generation) {}
