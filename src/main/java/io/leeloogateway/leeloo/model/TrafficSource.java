package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A traffic source of a lead generation tool. */
public record TrafficSource(
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String type,
        @Nullable String hash,
        boolean disabled,
        @Nullable String leadGenerationToolId,
        @Nullable String tunnelId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
