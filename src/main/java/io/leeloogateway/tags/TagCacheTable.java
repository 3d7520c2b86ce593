package io.leeloogateway.tags;

import io.leeloogateway.cache.CacheTable;
import io.leeloogateway.leeloo.ResourceType;
import io.leeloogateway.leeloo.model.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cached list of tags, with the ids and names of all tags. */
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
        var tags = ((List<?>) value).stream().map(Tag.class::cast).toList();
        return Map.of(
                "tag_ids", tags.stream().map(Tag::id).toArray(String[]::new),
                "names", tags.stream().map(Tag::name).toArray(String[]::new));
    }
}
