package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.leeloogateway.leeloo.model.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A chat message in Leeloo's JSON. */
record MessageWire(
        String id,
        @Nullable String text,
        @Nullable String type,
        boolean read,
        @JsonAlias("created_at") @Nullable Instant createdAt,
        @JsonAlias("updated_at") @Nullable Instant updatedAt) {

    Message toMessage() {
        return new Message(id, text, type, read, createdAt, updatedAt);
    }
}
