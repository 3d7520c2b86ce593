package io.leeloogateway.people;

import io.leeloogateway.leeloo.PersonRow;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, as lists tell of it.
 *
 * @param id Leeloo's id of the person
 * @param name the person's name
 * @param email where to write
 * @param phone where to call
 * @param tags what the person is tagged with
 * @param channels where the person can be reached
 * @param lastMessageAt when the last message came or went
 * @param createdAt when the card was made
 */
record PersonRowView(
        String id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        List<TagOfPerson> tags,
        List<ChannelOfPerson> channels,
        @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt)
        implements PersonalData {

    static PersonRowView of(PersonRow row, TagIds.Known tags) {
        return new PersonRowView(
                row.id(),
                row.name(),
                row.email(),
                row.phone(),
                tags.name(row.tags()),
                row.channels().stream().map(ChannelOfPerson::of).toList(),
                row.lastMessageAt(),
                row.createdAt());
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
