package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.TrafficSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the visitors of a lead generation tool come from.
 *
 * @param id Leeloo's id of the source
 * @param name its name
 * @param description what it is for
 * @param type its kind, open
 * @param hash the six characters that stand in the link
 * @param disabled whether it is switched off
 * @param leadGenerationToolId the tool it belongs to
 * @param tunnelId the tunnel it leads into
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
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
