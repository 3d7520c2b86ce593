package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A new person.
 *
 * @param id Leeloo's id of the person
 * @param channelId the manual channel that was made with the person; a different, neighbouring id
 * @param name the person's name
 * @param email where to write
 * @param phone where to call
 * @param createdAt when the card was made
 */
record NewPersonView(
        String id,
        String channelId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Instant createdAt)
        implements PersonalData {

    static NewPersonView of(CreatedPerson person) {
        return new NewPersonView(
                person.id(), person.channelId(), person.name(), person.email(), person.phone(), person.createdAt());
    }

    @Override
    public List<String> personIds() {
        return List.of(id);
    }
}
