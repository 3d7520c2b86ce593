package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who works on the platform. */
public record User(String id, String name, Instant createdAt) {

    public ObjectNode json() {
        return JsonBuilder.named(id, name)
                .put("createdAt", LeelooDates.wire(createdAt))
                .put("updatedAt", LeelooDates.wire(createdAt));
    }
}
