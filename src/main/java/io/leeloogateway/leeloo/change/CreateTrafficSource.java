package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.TrafficSource;
import org.jspecify.annotations.Nullable;

/** Leeloo endpoint 10: create a traffic source of a lead generation tool. */
public record CreateTrafficSource(
        String toolId, String name, @Nullable String description) implements Change<TrafficSource> {

    @Override
    public Target target() {
        return Target.of("lead generation tool", toolId);
    }
}
