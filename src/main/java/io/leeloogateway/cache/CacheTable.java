package io.leeloogateway.cache;

import io.leeloogateway.leeloo.ResourceType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of copies with what can be looked up in them, beside {@code id, document, hash, fetched_at, generation}. */
public interface CacheTable {

    /** What it is called. */
    String name();

    /** What lies there. */
    ResourceType resourceType();

    /** What can be looked up, by column, in such an answer. */
    Map<String, @Nullable Object> columns(Object answer);

    /** The columns that say when others told of it; what nobody told of for long is swept away. */
    default Set<String> lastSeenColumns() {
        return Set.of();
    }

    /** The lists whose rows tell of it, in {@code row, row_at, row_generation}; empty where there are none. */
    default Optional<ResourceType> listType() {
        return Optional.empty();
    }

    /** The columns that those rows tell of, too. */
    default Set<String> listRowColumns() {
        return Set.of();
    }

    /** The answer with what a list told later; nothing is lost that only the answer knows. */
    default Object mergeListRow(Object answer, String row) {
        return answer;
    }
}
