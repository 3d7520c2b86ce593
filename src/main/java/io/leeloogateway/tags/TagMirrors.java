package io.leeloogateway.tags;

import io.leeloogateway.leeloo.CopyKind;
import io.leeloogateway.leeloo.Tag;
import io.leeloogateway.mirror.CopyTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The copies of all tags, with their names beside their ids. */
@Component
class TagMirrors implements CopyTable {

    @Override
    public String name() {
        return "tag_mirrors";
    }

    @Override
    public CopyKind kind() {
        return CopyKind.TAGS;
    }

    @Override
    public Map<String, @Nullable Object> columns(Object answer) {
        var tags = ((List<?>) answer).stream().map(Tag.class::cast).toList();
        return Map.of(
                "tag_ids", tags.stream().map(Tag::id).toArray(String[]::new),
                "names", tags.stream().map(Tag::name).toArray(String[]::new));
    }
}
