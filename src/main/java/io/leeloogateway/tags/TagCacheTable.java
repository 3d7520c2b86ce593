package io.leeloogateway.tags;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of the cached list of tags. */
@Component
class TagCacheTable implements CacheTable {

    @Override
    public String name() {
        return "cached_tags";
    }

    @Override
    public ResourceType resourceType() {
        return ResourceType.TAGS;
    }

    @Override
    public Map<String, @Nullable Object> columns(Object value) {
        return Map.of();
    }
}
