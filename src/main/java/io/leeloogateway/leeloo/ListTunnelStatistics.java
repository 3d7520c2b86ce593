package io.leeloogateway.leeloo;

import java.util.List;

/** Operation 27: the statistics of a tunnel. */
public record ListTunnelStatistics(String tunnelId) implements Query<List<TunnelStatistics>> {

    @Override
    public Target target() {
        return Target.of("tunnel", tunnelId);
    }
}
