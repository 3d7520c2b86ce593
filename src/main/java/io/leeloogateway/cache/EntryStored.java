package io.leeloogateway.cache;

import io.leeloogateway.leeloo.query.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A response of Leeloo was stored in the cache; modules refresh their own cache entries from it.
 *
 * @param query the query
 * @param value the parsed response
 * @param fetchedAt when the gateway asked Leeloo
 * @param generation generation of the entry
 * @param snapshot what was committed before the call, for lists whose rows are stored although something else than the row has changed
 *     since; otherwise null
 * @param rejected takes the rows that cannot be stored
 */
public record EntryStored(
        Query<?> query,
        Object value,
        Instant fetchedAt,
        long generation,
        @Nullable String snapshot,
        RejectedRows rejected) {

    public EntryStored(Query<?> query, Object value, Instant fetchedAt, long generation) {
        this(query, value, fetchedAt, generation, null, new RejectedRows());
    }
}
