package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a read ended with.
 *
 * @param answer that
 * @param document what it was read from; null where that was known before
 */
record Found<T>(T answer, @Nullable Document document) {}
