package io.leeloogateway.people;

import org.jspecify.annotations.Nullable;

/**
 * A tag of a person.
 *
 * @param id Leeloo's id of the tag; null where the list of tags, which may be ten minutes old, does not contain the tag or cannot be read
 * @param name name of the tag
 */
record TagOfPerson(@Nullable String id, String name) {}
