package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.User;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;

/** Leeloo endpoint 28: list users. */
public record ListUsers(OffsetPageRequest paging) implements Query<OffsetPage<User>> {

    @Override
    public Target target() {
        return Target.all("users");
    }
}
