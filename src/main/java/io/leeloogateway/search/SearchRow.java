package io.leeloogateway.search;

/**
 * A found row.
 *
 * @param value the row
 * @param position its position in the results
 */
record SearchRow<R>(R value, Position position) {}
