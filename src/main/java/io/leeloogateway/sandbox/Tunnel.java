package io.leeloogateway.sandbox;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A funnel with its steps and entry points. */
record Tunnel(String id, String name, List<String> blockIds, List<Tool> tools, Stats stats, Instant createdAt) {

    ObjectNode row() {
        return Json.named(id, name).put("createdAt", Dates.wire(createdAt)).put("updatedAt", Dates.wire(createdAt));
    }
}
