package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.Tag;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The ids of all tags by name, or nothing where the list of tags cannot be read. */
record TagIds(Map<String, String> byName, boolean isAvailable) {

    static final TagIds NOT_NEEDED = new TagIds(Map.of(), true);
    static final TagIds UNAVAILABLE = new TagIds(Map.of(), false);

    static TagIds of(List<Tag> tags) {
        return new TagIds(tags.stream().collect(Collectors.toMap(Tag::name, Tag::id, (first, _) -> first)), true);
    }

    List<TagOfPerson> tagsOf(List<String> names) {
        return names.stream()
                .map(name -> new TagOfPerson(byName.get(name), name))
                .toList();
    }
}
