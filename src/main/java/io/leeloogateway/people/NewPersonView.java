package io.leeloogateway.people;

import io.leeloogateway.leeloo.model.CreatedPerson;
import io.leeloogateway.request.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The new person.
 *
 * @param id Leeloo's id of the person
 * @param channelId id of the person's manual channel, which Leeloo creates too; similar to the person's id, but not equal
 * @param name name of the person
 * @param email e-mail address
 * @param phone phone number
 * @param createdAt time of creation
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
