package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.leeloogateway.leeloo.model.Comment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Response of Leeloo endpoint 20. */
record CommentWire(
        String id,
        @Nullable String text,
        @JsonProperty("entity_id") @Nullable String entityId,
        @JsonProperty("created_by") @Nullable String createdBy,

        @JsonProperty("created_at") @JsonAlias("createdAt") @Nullable
        Instant createdAt) {

    Comment toComment() {
        return new Comment(id, text, entityId, createdBy, createdAt);
    }
}
