package io.leeloogateway.leeloo;

import java.util.List;

/** Operation 26: the statistics of all tunnels. */
public record ListStatistics() implements Query<List<TunnelStatistics>> {

    @Override
    public Target target() {
        return Target.all("tunnels");
    }
}
