package io.leeloogateway.leeloo.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of a channel. The type is an open enumeration ({@code YOUR_MESSAGE} from the company, {@code FRIEND_MESSAGE} from the customer). */
public record Message(
        String id,
        @Nullable String text,
        @Nullable String type,
        boolean read,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {}
