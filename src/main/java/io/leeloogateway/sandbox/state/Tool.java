package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import tools.jackson.databind.node.ObjectNode;

/** A lead generation tool (an entry point of a tunnel) with its default traffic source. */
public record Tool(String id, String name, String type, String tunnelId, String sourceId, String sourceName) {

    public ObjectNode json() {
        return JsonBuilder.named(id, name).put("type", type);
    }
}
