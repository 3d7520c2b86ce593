package io.leeloogateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.request.KnownValues;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * @param incomplete the parts that could not be read: tags when their ids are unknown; in a search also email, phone and tags when the person
 *     was changed since the gateway read it, and lastMessageAt when a message was sent to it or no list was read that shows it; absent when the row is complete
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

        @JsonInclude(JsonInclude.Include.NON_NULL) @KnownValues({"tags", "email", "phone", "lastMessageAt"}) @Nullable
        List<String> incomplete)
        implements PersonalData {

    private static final List<String> CHANGING = List.of("email", "phone", "tags");

    /** Tags have no ids where the list of tags cannot be read. */
    static PersonRowView of(PersonRow row, TagIds tagIds) {
        return new PersonRowView(
                row.id(),
                row.name(),
                row.email(),
                row.phone(),
                tagIds.tagsOf(row.tags()),
                row.channels().stream().map(ChannelOfPerson::of).toList(),
                row.lastMessageAt(),
                row.createdAt(),
                tagIds.isAvailable() || row.tags().isEmpty() ? null : List.of("tags"));
    }

    /** Without what a change or a message may have changed since the gateway read the row. */
    static PersonRowView ofCached(CachedPersonRow person, TagIds tagIds) {
        var view = of(person.isCurrent() ? person.row() : person.row().withoutDetails(), tagIds);
        var incomplete = Stream.of(
                        person.isCurrent() ? view.incomplete : CHANGING,
                        person.isChatCurrent() ? null : List.of("lastMessageAt"))
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .toList();
        return new PersonRowView(
                view.id,
                view.name,
                view.email,
                view.phone,
                view.tags,
                view.channels,
                view.lastMessageAt,
                view.createdAt,
                incomplete.isEmpty() ? null : incomplete);
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
