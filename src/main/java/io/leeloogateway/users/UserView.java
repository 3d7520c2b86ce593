package io.leeloogateway.users;

import io.leeloogateway.leeloo.model.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user of Leeloo: an operator of the company.
 *
 * @param id Leeloo's id of the user
 * @param name name of the user
 * @param createdAt time of creation
 * @param updatedAt time of the last change
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
