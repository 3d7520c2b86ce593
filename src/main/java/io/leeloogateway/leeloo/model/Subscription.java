package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** How a person once came into a tunnel. */
public record Subscription(
        @Nullable String tunnelId,
        @Nullable String tunnelName,
        @Nullable String leadGenerationToolId,
        @Nullable String leadGenerationToolName,
        @Nullable String trafficSourceId,
        @Nullable String trafficSourceName,
        @Nullable String channelId) {}
