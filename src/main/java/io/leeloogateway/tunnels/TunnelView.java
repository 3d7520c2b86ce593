package io.leeloogateway.tunnels;

import io.leeloogateway.leeloo.model.LeadGenerationTool;
import io.leeloogateway.leeloo.model.Tunnel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A funnel, with the tools that lead into it.
 *
 * @param id Leeloo's id of the tunnel
 * @param name its name
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param leadGenerationTools its entry points
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
     * @param id Leeloo's id of the tool
     * @param name its name
     * @param type its kind, open: LINK, QR, WIDGET, POPUP, FORM, FB_AD, DEFAULT
     */
    @Schema(name = "LeadGenerationTool")
    record Tool(String id, @Nullable String name, @Nullable String type) {

        static Tool of(LeadGenerationTool tool) {
            return new Tool(tool.id(), tool.name(), tool.type());
        }
    }
}
