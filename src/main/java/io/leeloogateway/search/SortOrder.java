package io.leeloogateway.search;

import java.util.List;

/**
 * The order of the results; rows with equal keys are ordered by id.
 *
 * @param keys what the rows are ordered by
 * @param isDescending whether the greatest row is the first
 */
public record SortOrder(List<Key> keys, boolean isDescending) {

    /**
     * What rows are ordered by.
     *
     * @param expression an expression that is not null, and that an index has
     * @param type the type of the expression
     */
    public record Key(String expression, String type) {

        /** A time; rows without it are the oldest. */
        public static Key time(String column) {
            return new Key("coalesce(" + column + ", '1970-01-01 00:00:00+00'::timestamptz)", "timestamptz");
        }
    }

    public SortOrder {
        keys = List.copyOf(keys);
    }

    public static SortOrder ascending(Key key) {
        return new SortOrder(List.of(key), false);
    }

    public static SortOrder descending(Key... keys) {
        return new SortOrder(List.of(keys), true);
    }

    String direction() {
        return isDescending ? "desc" : "asc";
    }

    String comparison() {
        return isDescending ? "<" : ">";
    }
}
