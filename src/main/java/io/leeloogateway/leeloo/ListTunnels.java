package io.leeloogateway.leeloo;

import io.leeloogateway.request.Page;
import io.leeloogateway.request.Paging;

/** Operation 24: tunnels. */
public record ListTunnels(Paging paging) implements Query<Page<Tunnel>> {

    @Override
    public Target target() {
        return Target.all("tunnels");
    }
}
