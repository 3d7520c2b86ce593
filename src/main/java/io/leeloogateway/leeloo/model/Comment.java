package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A comment on a person. */
public record Comment(
        String id,
        @Nullable String text,
        @Nullable String personId,
        @Nullable String createdBy,
        @Nullable Instant createdAt) {}
