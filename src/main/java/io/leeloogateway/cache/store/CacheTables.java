package io.leeloogateway.cache.store;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which kinds of copies have a table of their own; the others share one. */
@Component
public class CacheTables {

    public static final String DOCUMENTS = "cached_documents";

    private final Map<ResourceType, CacheTable> tables = new EnumMap<>(ResourceType.class);

    CacheTables(List<CacheTable> tables) {
        tables.forEach(table -> this.tables.put(table.resourceType(), table));
    }

    public Collection<CacheTable> all() {
        return tables.values();
    }

    Optional<CacheTable> of(ResourceType kind) {
        return Optional.ofNullable(tables.get(kind));
    }

    String name(ResourceType kind) {
        return of(kind).map(CacheTable::name).orElse(DOCUMENTS);
    }

    boolean hasRows(ResourceType kind) {
        return of(kind).flatMap(CacheTable::listType).isPresent();
    }
}
