package io.leeloogateway.tags;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.model.Tag;
import org.jspecify.annotations.Nullable;

/**
 * A tag.
 *
 * @param id Leeloo's id of the tag
 * @param name name of the tag
 * @param people the number of people in the cache with the tag; present if {@code counts=true} was requested, unless the database could not count them in time
 */
public record TagView(
        String id,
        String name,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long people) {

    static TagView of(Tag tag) {
        return new TagView(tag.id(), tag.name(), null);
    }

    TagView withPeople(long number) {
        return new TagView(id, name, number);
    }
}
