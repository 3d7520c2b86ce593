package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.Tunnel;

/** Operation 25: a tunnel with its tools. */
public record FindTunnel(String tunnelId) implements Query<Tunnel> {

    @Override
    public Target target() {
        return Target.of("tunnel", tunnelId);
    }
}
