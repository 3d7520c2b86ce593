package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import tools.jackson.databind.node.ObjectNode;

/** A subscription of a channel to a tunnel through a lead generation tool. */
public record Subscription(Tunnel tunnel, Tool tool, String channelId) {

    public ObjectNode json() {
        return JsonBuilder.object()
                .put("tunnelName", tunnel.name())
                .put("leadgentoolName", tool.name())
                .put("trafficSource", tool.sourceName())
                .put("tunnelId", tunnel.id())
                .put("leadgentoolId", tool.id())
                .put("trafficSourceId", tool.sourceId())
                .put("accountId", channelId);
    }
}
