package io.leeloogateway.users;

import io.leeloogateway.leeloo.model.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on the platform: an operator.
 *
 * @param id Leeloo's id of the user
 * @param name the user's name
 * @param createdAt when the user was made
 * @param updatedAt when the user was last changed
 */
public record UserView(
        String id,
        @Nullable String name,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    public static UserView of(User user) {
        return new UserView(user.id(), user.name(), user.createdAt(), user.updatedAt());
    }
}
