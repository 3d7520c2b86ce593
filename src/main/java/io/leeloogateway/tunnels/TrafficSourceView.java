package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.TrafficSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A traffic source of a lead generation tool.
 *
 * @param id Leeloo's id of the traffic source
 * @param name name of the traffic source
 * @param description description
 * @param type an open list of values
 * @param hash the six characters that identify the traffic source in a link
 * @param disabled whether the traffic source is disabled
 * @param leadGenerationToolId id of the lead generation tool
 * @param tunnelId id of the tunnel
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 */
record TrafficSourceView(
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable String hash,
        boolean disabled,
        @Nullable String leadGenerationToolId,
        @Nullable String tunnelId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static TrafficSourceView of(TrafficSource source) {
        return new TrafficSourceView(
                source.id(),
                source.name(),
                source.description(),
                source.type(),
                source.hash(),
                source.disabled(),
                source.leadGenerationToolId(),
                source.tunnelId(),
                source.createdAt(),
                source.updatedAt());
    }
}
