package io.leeloogateway.leeloo.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sales funnel. Only details have the lead generation tools. */
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
