package io.leeloogateway.people;

import org.jspecify.annotations.Nullable;

/**
 * A tag of a person.
 *
 * @param id Leeloo's id of the tag; null where the tag no longer exists or the list of tags cannot be read
 * @param name name of the tag
 */
record TagOfPerson(@Nullable String id, String name) {}
