package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A channel as a person's card names it. */
public record PersonChannel(
        String id,
        @Nullable String connectionId,
        @Nullable String connectionStatus,
        @Nullable String platform) {}
