package io.leeloogateway.tags;

import io.leeloogateway.cache.LeelooCache;
import io.leeloogateway.leeloo.query.ListTags;
import io.leeloogateway.people.TagCounts;
import io.leeloogateway.request.Items;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Reads tags. */
@Service
class Tags {

    private final LeelooCache cache;

    private final TagCounts counts;

    Tags(LeelooCache cache, TagCounts counts) {
        this.cache = cache;
        this.counts = counts;
    }

    Items<TagView> list() {
        return new Items<>(cache.read(new ListTags()).stream().map(TagView::of).toList());
    }

    Items<TagView> listWithCounts() {
        var tags = list();
        cache.noteOtherSource();
        var people = counts.find();
        return people.map(numbers -> withPeople(tags, numbers)).orElse(tags);
    }

    private static Items<TagView> withPeople(Items<TagView> tags, Map<String, Long> people) {
        return new Items<>(tags.items().stream()
                .map(tag -> tag.withPeople(people.getOrDefault(tag.name(), 0L)))
                .toList());
    }
}
