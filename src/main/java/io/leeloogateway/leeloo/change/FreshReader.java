package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.query.Query;

/** Leeloo as it is now, for those who must know. */
@FunctionalInterface
public interface FreshReader {

    <T> T ask(Query<T> query);
}
