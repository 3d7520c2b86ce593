package io.leeloogateway.cache;

import io.leeloogateway.leeloo.RawBody;
import org.jspecify.annotations.Nullable;

/**
 * What a read ended with.
 *
 * @param answer that
 * @param document what it was read from; null where that was known before
 */
record ReadResult<T>(T answer, @Nullable RawBody document) {}
