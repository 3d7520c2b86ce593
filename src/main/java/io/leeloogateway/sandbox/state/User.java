package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** A user of Leeloo. */
public record User(String id, String name, Instant createdAt) {

    public ObjectNode json() {
        return JsonBuilder.named(id, name)
                .put("createdAt", LeelooDates.format(createdAt))
                .put("updatedAt", LeelooDates.format(createdAt));
    }
}
