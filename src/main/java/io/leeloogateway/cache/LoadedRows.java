package io.leeloogateway.cache;

import java.util.Set;

/**
 * A page of a list whose rows are stored.
 *
 * @param page the page
 * @param rejected the ids of the rows that the database rejected
 */
public record LoadedRows<T>(T page, Set<String> rejected) {

    public LoadedRows {
        rejected = Set.copyOf(rejected);
    }
}
