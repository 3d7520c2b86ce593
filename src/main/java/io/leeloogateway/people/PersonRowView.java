package io.leeloogateway.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.leeloogateway.leeloo.model.PersonRow;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
 * @param incomplete what could not be had of it: the ids of its tags
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
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> incomplete)
        implements PersonalData {

    /** Tags go without their ids where these cannot be had. */
    static PersonRowView of(PersonRow row, Optional<TagIdResolver.Known> tags) {
        return new PersonRowView(
                row.id(),
                row.name(),
                row.email(),
                row.phone(),
                tags.orElse(TagIdResolver.Known.NOTHING).name(row.tags()),
                row.channels().stream().map(ChannelOfPerson::of).toList(),
                row.lastMessageAt(),
                row.createdAt(),
                tags.isPresent() || row.tags().isEmpty() ? null : List.of("tags"));
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
