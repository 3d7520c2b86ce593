package io.leeloogateway.leeloo.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.leeloogateway.leeloo.model.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user in Leeloo's JSON. */
record UserWire(
        String id,
        @Nullable String name,
        @JsonAlias("created_at") @Nullable Instant createdAt,
        @JsonAlias("updated_at") @Nullable Instant updatedAt) {

    User toUser() {
        return new User(id, name, createdAt, updatedAt);
    }
}
