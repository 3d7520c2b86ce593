package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.change.CreateTrafficSource;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A new traffic source.
 *
 * @param name name of the traffic source, 1 to 255 characters
 * @param description description, at most 2000 characters
 */
record TrafficSourceForm(
        @NotBlank @Size(max = 255) String name,
        @Size(max = 2000) @Nullable String description) {

    CreateTrafficSource toChange(String toolId) {
        return new CreateTrafficSource(toolId, name, description);
    }
}
