package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.TrafficSource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Response of Leeloo endpoint 10. */
record TrafficSourceWire(
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable String hash,
        boolean disabled,
        @JsonProperty("leadgentool_id") @Nullable String toolId,
        @JsonProperty("tunnel_id") @Nullable String tunnelId,
        @JsonAlias("created_at") @Nullable Instant createdAt,
        @JsonAlias("updated_at") @Nullable Instant updatedAt) {

    TrafficSource toTrafficSource() {
        return new TrafficSource(id, name, description, type, hash, disabled, toolId, tunnelId, createdAt, updatedAt);
    }
}
