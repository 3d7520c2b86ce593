package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A created person with its manual channel. */
public record CreatedPerson(
        String id,
        String channelId,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Instant createdAt)
        implements Created {}
