package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user of the platform, also called operator. */
public record User(
        String id,
        @Nullable String name,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
