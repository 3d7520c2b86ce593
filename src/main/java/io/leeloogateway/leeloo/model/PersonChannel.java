package io.leeloogateway.leeloo.model;

import org.jspecify.annotations.Nullable;

/** A channel in the details of a person. */
public record PersonChannel(
        String id,
        @Nullable String connectionId,
        @Nullable String connectionStatus,
        @Nullable String platform) {}
