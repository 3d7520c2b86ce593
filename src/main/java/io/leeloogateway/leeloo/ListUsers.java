package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;

/** Operation 28: users. */
public record ListUsers(Paging paging) implements Query<Page<User>> {

    @Override
    public Target target() {
        return Target.all("users");
    }
}
