package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.User;

/** Leeloo endpoint 29: get a user. */
public record FindUser(String userId) implements Query<User> {

    @Override
    public Target target() {
        return Target.of("user", userId);
    }
}
