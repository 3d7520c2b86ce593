package io.leeloogateway.leeloo.query;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.TunnelStatistics;
import java.util.List;

/** Leeloo endpoint 26: get the statistics of all tunnels. */
public record ListStatistics() implements Query<List<TunnelStatistics>> {

    @Override
    public Target target() {
        return Target.all("tunnels");
    }
}
