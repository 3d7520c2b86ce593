package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.query.Query;

/** Reads from Leeloo without the cache. */
@FunctionalInterface
public interface FreshReader {

    <T> T read(Query<T> query);
}
