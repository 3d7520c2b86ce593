package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.TunnelStatistics;
import java.util.List;

/** Leeloo endpoint 27: get the statistics of a tunnel. */
public record ListTunnelStatistics(String tunnelId) implements Query<List<TunnelStatistics>> {

    @Override
    public Target target() {
        return Target.of("tunnel", tunnelId);
    }
}
