package io.leeloogateway.search;

import java.util.List;

/**
 * The last row of a page.
 *
 * @param match how the row matches the words
 * @param keys the values of the row by which the results are ordered, as texts of PostgreSQL
 * @param id the id of the row
 */
record Position(Match match, List<String> keys, String id) {

    Position {
        keys = List.copyOf(keys);
    }
}
