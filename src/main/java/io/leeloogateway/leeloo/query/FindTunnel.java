package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Tunnel;

/** Leeloo endpoint 25: get a tunnel with its lead generation tools. */
public record FindTunnel(String tunnelId) implements Query<Tunnel> {

    @Override
    public Target target() {
        return Target.of("tunnel", tunnelId);
    }
}
