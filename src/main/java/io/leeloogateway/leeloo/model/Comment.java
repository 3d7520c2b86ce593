package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note on a person's card. */
public record Comment(
        String id,
        @Nullable String text,
        @Nullable String personId,
        @Nullable String createdBy,
        @Nullable Instant createdAt) {}
