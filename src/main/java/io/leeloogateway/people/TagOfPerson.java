package io.leeloogateway.people;

import org.jspecify.annotations.Nullable;

/**
 * A tag that a person carries.
 *
 * @param id Leeloo's id of the tag; null where no tag has this name any more, or the tags cannot be had
 * @param name the tag's name
 */
record TagOfPerson(@Nullable String id, String name) {}
