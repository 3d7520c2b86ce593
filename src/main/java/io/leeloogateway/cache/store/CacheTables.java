package io.leeloogateway.cache.store;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the table of a resource type; types without a table of their own share {@link #DOCUMENTS}. */
@Component
public class CacheTables {

    public static final String DOCUMENTS = "cached_documents";

    static final String GENERATION =
            "(select coalesce(max(generation), 0) from cache_generations where scope = :scope)";

    /** What a list shows of a resource changes with the resource, or alone, as the time of the last message does. */
    static final String LIST_ROW_GENERATION =
            "(select coalesce(max(generation), 0) from cache_generations where scope in (:scope, :rowScope))";

    private final Map<ResourceType, CacheTable> tables = new EnumMap<>(ResourceType.class);

    CacheTables(List<CacheTable> tables) {
        tables.forEach(table -> this.tables.put(table.resourceType(), table));
    }

    public Collection<CacheTable> all() {
        return tables.values();
    }

    Optional<CacheTable> of(ResourceType type) {
        return Optional.ofNullable(tables.get(type));
    }

    String name(ResourceType type) {
        return of(type).map(CacheTable::name).orElse(DOCUMENTS);
    }

    /** The type of the lists whose rows the table stores, too. */
    Optional<ResourceType> listType(ResourceType type) {
        return of(type).flatMap(CacheTable::listType);
    }

    String listRowGenerationColumn(ResourceType type) {
        return of(type).orElseThrow().listRowGenerationColumn();
    }
}
