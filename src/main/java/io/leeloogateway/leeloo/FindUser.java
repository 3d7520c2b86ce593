package io.leeloogateway.leeloo;

/** Operation 29: a user. */
public record FindUser(String userId) implements Query<User> {

    @Override
    public Target target() {
        return Target.of("user", userId);
    }
}
