package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A new person and the manual channel that came with it. */
public record CreatedPerson(
        String id,
        String channelId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Instant createdAt) {}
