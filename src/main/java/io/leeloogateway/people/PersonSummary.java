package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.PersonRow;
import java.util.List;
import java.util.stream.Stream;

/** Builds a person from the fields that lists have. */
final class PersonSummary {

    private static final List<String> MISSING = List.of(
            "gender",
            "locale",
            "profileImage",
            "customFields",
            "subscriptions",
            "orderIds",
            "operatorIds",
            "updatedAt");

    private PersonSummary() {}

    /** Lists as incomplete the fields that lists or the row do not have, and the requested parts that could not be read. */
    static PersonView of(PersonRow row, TagIds tagIds, Stream<String> requested) {
        var missing = Stream.of(
                        MISSING.stream(),
                        row.missing(),
                        requested,
                        tagIds.isAvailable() ? Stream.<String>of() : Stream.of("tags"))
                .flatMap(names -> names)
                .distinct()
                .toList();
        return new PersonView(
                row.id(),
                row.name(),
                row.email(),
                row.phone(),
                null,
                null,
                null,
                tagIds.tagsOf(row.tags()),
                row.channels().stream().map(ChannelOfPerson::of).toList(),
                null,
                null,
                null,
                null,
                null,
                null,
                missing,
                row.lastMessageAt(),
                row.createdAt(),
                null,
                null);
    }
}
