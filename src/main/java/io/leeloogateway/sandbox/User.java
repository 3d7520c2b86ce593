package io.leeloogateway.sandbox;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Somebody who works on the platform. */
record User(String id, String name, Instant createdAt) {

    ObjectNode json() {
        return Json.named(id, name).put("createdAt", Dates.wire(createdAt)).put("updatedAt", Dates.wire(createdAt));
    }
}
