package io.leeloogateway.cache;

import io.leeloogateway.leeloo.query.Query;
import java.time.Instant;

/**
 * Something was read at Leeloo and put down; rooms take from it what freshens copies of theirs.
 *
 * @param query what was asked
 * @param value what Leeloo answered
 * @param fetchedAt when it was asked
 * @param generation how often what the answer depends on was changed before
 */
public record EntryStored(Query<?> query, Object value, Instant fetchedAt, long generation) {}
