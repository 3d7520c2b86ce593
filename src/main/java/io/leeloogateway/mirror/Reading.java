package io.leeloogateway.mirror;

import io.leeloogateway.leeloo.Query;
import org.jspecify.annotations.Nullable;

/**
 * One read of one caller.
 *
 * @param query what is wanted
 * @param wanted how fresh
 * @param rule what is good enough
 * @param shelf what there is
 * @param known what was read of it before
 * @param arrived when it began, in nanoseconds of this process
 */
record Reading<T>(
        Query<T> query, Directives wanted, Rule rule, Shelf shelf, Parsed.@Nullable Value known, long arrived) {

    Copy copy() {
        return shelf.copy().orElseThrow();
    }
}
