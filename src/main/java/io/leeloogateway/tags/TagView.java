package io.leeloogateway.tags;

import io.leeloogateway.leeloo.model.Tag;

/**
 * A tag.
 *
 * @param id Leeloo's id of the tag
 * @param name name of the tag
 */
public record TagView(String id, String name) {

    static TagView of(Tag tag) {
        return new TagView(tag.id(), tag.name());
    }
}
