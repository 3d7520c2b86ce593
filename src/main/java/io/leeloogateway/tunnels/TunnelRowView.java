package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.Tunnel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A funnel, as lists tell of it.
 *
 * @param id Leeloo's id of the tunnel
 * @param name its name
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
record TunnelRowView(
        String id,
        @Nullable String name,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static TunnelRowView of(Tunnel tunnel) {
        return new TunnelRowView(tunnel.id(), tunnel.name(), tunnel.createdAt(), tunnel.updatedAt());
    }
}
