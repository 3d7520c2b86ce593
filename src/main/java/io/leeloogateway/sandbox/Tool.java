package io.leeloogateway.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** A lead generation tool, an entry point of a tunnel, with the traffic source it was born with. */
record Tool(String id, String name, String type, String tunnelId, String sourceId, String sourceName) {

    ObjectNode json() {
        return Json.named(id, name).put("type", type);
    }
}
