package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Tunnel;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;

/** Leeloo endpoint 24: list tunnels. */
public record ListTunnels(OffsetPageRequest paging) implements Query<OffsetPage<Tunnel>> {

    @Override
    public Target target() {
        return Target.all("tunnels");
    }
}
