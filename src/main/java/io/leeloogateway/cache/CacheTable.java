package io.leeloogateway.cache;

import io.leeloogateway.leeloo.ResourceType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A cache table with columns for look-ups, beside {@code id, document, fetched_at, generation}. */
public interface CacheTable {

    /** The name of the table. */
    String name();

    /** The resource type that the table stores. */
    ResourceType resourceType();

    /** The look-up columns of a value, by column name. */
    Map<String, @Nullable Object> columns(Object value);

    /** The columns that say when another response last mentioned a row; a recent mention keeps the row from being deleted. */
    default Set<String> lastSeenColumns() {
        return Set.of();
    }

    /** The type of the lists whose rows are stored in {@code list_row, list_row_fetched_at}; empty if there are none. */
    default Optional<ResourceType> listType() {
        return Optional.empty();
    }

    /** The column with the generation of the resource when its list row was stored; of a table with list rows. */
    default String listRowGenerationColumn() {
        throw new UnsupportedOperationException(name() + " has no list rows");
    }

    /** The look-up columns that list rows fill, too. */
    default Set<String> listRowColumns() {
        return Set.of();
    }

    /** The SQL condition under which the list row of {@code old} states the value of one of these columns. */
    default String isStated(String column) {
        return "old.%s is not null".formatted(column);
    }

    /** Merges a newer list row into a value; fields that the list row does not state stay. */
    default Object mergeListRow(Object value, String listRow) {
        return value;
    }
}
