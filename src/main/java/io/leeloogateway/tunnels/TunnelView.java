package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.LeadGenerationTool;
import io.leeloogateway.leeloo.model.Tunnel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tunnel (sales funnel) with its lead generation tools.
 *
 * @param id Leeloo's id of the tunnel
 * @param name name of the tunnel
 * @param createdAt time of creation
 * @param updatedAt time of the last change
 * @param leadGenerationTools the entry points of the tunnel
 */
record TunnelView(
        String id,
        @Nullable String name,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        List<Tool> leadGenerationTools) {

    static TunnelView of(Tunnel tunnel) {
        var tools = tunnel.tools().stream().map(Tool::of).toList();
        return new TunnelView(tunnel.id(), tunnel.name(), tunnel.createdAt(), tunnel.updatedAt(), tools);
    }

    /**
     * An entry point of a tunnel.
     *
     * @param id Leeloo's id of the lead generation tool
     * @param name name of the lead generation tool
     * @param type an open list of values: LINK, QR, WIDGET, POPUP, FORM, FB_AD, DEFAULT
     */
    @Schema(name = "LeadGenerationTool")
    record Tool(String id, @Nullable String name, @Nullable String type) {

        static Tool of(LeadGenerationTool tool) {
            return new Tool(tool.id(), tool.name(), tool.type());
        }
    }
}
