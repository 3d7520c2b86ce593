package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** An entry of a person's subscription history. */
public record Subscription(
        @Nullable String tunnelId,
        @Nullable String tunnelName,
        @Nullable String leadGenerationToolId,
        @Nullable String leadGenerationToolName,
        @Nullable String trafficSourceId,
        @Nullable String trafficSourceName,
        @Nullable String channelId) {}
