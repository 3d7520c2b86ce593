package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.PersonRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A person of whom no more is shown than lists tell. */
final class PersonSummary {

    private static final List<String> UNKNOWN = List.of(
            "gender",
            "locale",
            "profileImage",
            "customFields",
            "subscriptions",
            "orderIds",
            "operatorIds",
            "updatedAt");

    private PersonSummary() {}

    /** Names what is not known, besides what was wanted and cannot be had. */
    static PersonView of(PersonRow row, Optional<TagIdResolver.Known> tags, Stream<String> wanted) {
        var missing = Stream.of(UNKNOWN.stream(), wanted, tags.isPresent() ? Stream.<String>of() : Stream.of("tags"))
                .flatMap(names -> names)
                .toList();
        return new PersonView(
                row.id(),
                row.name(),
                row.email(),
                row.phone(),
                null,
                null,
                null,
                tags.orElse(TagIdResolver.Known.NOTHING).name(row.tags()),
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
