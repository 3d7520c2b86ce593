package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.Tunnel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel (sales funnel) in a list.
 *
 * @param id Leeloo's id of the tunnel
 * @param name name of the tunnel
 * @param createdAt time of creation
 * @param updatedAt time of the last change
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
