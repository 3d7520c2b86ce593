package io.leeloogateway.sandbox.state;

import io.leeloogateway.sandbox.http.JsonBuilder;
import tools.jackson.databind.node.ObjectNode;

/** That a channel came into a tunnel through one of its tools. */
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
