package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import io.leeloogateway.sandbox.http.LeelooDates;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A sales funnel with its blocks and lead generation tools. */
public record Tunnel(
        String id, String name, List<String> blockIds, List<Tool> tools, TunnelStats stats, Instant createdAt) {

    public ObjectNode row() {
        return JsonBuilder.named(id, name)
                .put("createdAt", LeelooDates.format(createdAt))
                .put("updatedAt", LeelooDates.format(createdAt));
    }
}
