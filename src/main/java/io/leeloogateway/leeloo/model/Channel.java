package io.leeloogateway.leeloo.model;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channel of a person in a messenger. */
public record Channel(
        String id,
        @Nullable String personId,
        @Nullable String name,
        @Nullable String platform,
        @Nullable String botStatus,
        Map<String, String> utm,
        @Nullable Instant lastMessageAt,
        @Nullable Instant createdAt) {

    public Channel {
        utm = Map.copyOf(utm);
    }
}
