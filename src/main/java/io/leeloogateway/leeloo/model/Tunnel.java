package io.leeloogateway.leeloo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A funnel; the tools stand in details only. */
public record Tunnel(
        String id,
        @Nullable String name,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<LeadGenerationTool> tools) {

    public Tunnel {
        tools = List.copyOf(tools);
    }
}
