package io.leeloogateway.leeloo.change;

import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.TrafficSource;
import org.jspecify.annotations.Nullable;

/** Operation 10: makes a traffic source of a tool. */
public record CreateTrafficSource(
        String toolId, String name, @Nullable String description) implements Change<TrafficSource> {

    @Override
    public Target target() {
        return Target.of("lead generation tool", toolId);
    }
}
