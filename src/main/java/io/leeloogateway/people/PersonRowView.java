package io.leeloogateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.request.KnownValues;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person in a list.
 *
 * @param id Leeloo's id of the person
 * @param name name of the person
 * @param email e-mail address
 * @param phone phone number
 * @param tags tags of the person
 * @param channels channels of the person
 * @param lastMessageAt time of the last message in either direction
 * @param createdAt time of creation
 * @param incomplete the parts that could not be read: email, phone, tags and channels when Leeloo's list does not contain them, and tags when their
 *     ids are unknown; in a search also email, phone and tags when the person was changed since the gateway read it, and lastMessageAt when a message
 *     was sent to it or no list was read that shows it; absent when the row is complete
 */
record PersonRowView(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        List<TagOfPerson> tags,
        List<ChannelOfPerson> channels,
        @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @KnownValues({"email", "phone", "tags", "channels", "lastMessageAt"})
        @Nullable
        List<String> incomplete)
        implements PersonalData {

    /** Tags have no ids where the list of tags cannot be read. */
    static PersonRowView of(PersonRow row, TagIds tagIds) {
        return of(row, tagIds, Stream.of());
    }

    /** Without what a change or a message may have changed since the gateway read the row. */
    static PersonRowView ofCached(CachedPersonRow person, TagIds tagIds) {
        return of(
                person.isCurrent() ? person.row() : person.row().withoutDetails(),
                tagIds,
                person.isChatCurrent() ? Stream.of() : Stream.of("lastMessageAt"));
    }

    private static PersonRowView of(PersonRow row, TagIds tagIds, Stream<String> outdated) {
        var withoutIds = tagIds.isAvailable() || row.tags().isEmpty() ? Stream.<String>of() : Stream.of("tags");
        var incomplete = Stream.of(row.missing(), withoutIds, outdated)
                .flatMap(names -> names)
                .toList();
        return new PersonRowView(
                row.id(),
                row.name(),
                row.email(),
                row.phone(),
                tagIds.tagsOf(row.tags()),
                row.channels().stream().map(ChannelOfPerson::of).toList(),
                row.lastMessageAt(),
                row.createdAt(),
                incomplete.isEmpty() ? null : incomplete);
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
