package io.leeloogateway.tunnels;

import static io.leeloogateway.request.Route.Kind.CHANGE;
import static io.leeloogateway.request.Route.Kind.READ;

import io.leeloogateway.leeloo.LeelooId;
import io.leeloogateway.request.Items;
import io.leeloogateway.request.OffsetPage;
import io.leeloogateway.request.OffsetPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Routes for tunnels. */
@RestController
@Tag(name = "Tunnels")
@RequestMapping("/api/v1")
class TunnelsController {

    private final Tunnels tunnels;

    TunnelsController(Tunnels tunnels) {
        this.tunnels = tunnels;
    }

    /**
     * List tunnels. A tunnel is a sales funnel: the automatic messages that subscribers get. Leeloo endpoint 24.
     *
     * @return a page of tunnels
     */
    @GetMapping("/tunnels")
    @Route(action = "tunnels.list", scope = "tunnels:read", kind = READ)
    OffsetPage<TunnelRowView> listTunnels(@ParameterObject @Valid OffsetPageRequest paging) {
        return tunnels.list(paging);
    }

    /**
     * Get a tunnel with its lead generation tools. The tools are the entry points through which people subscribe. Leeloo endpoint 25.
     *
     * @param tunnelId id of the tunnel, 24 lower-case hex characters
     * @return the tunnel
     */
    @GetMapping("/tunnels/{tunnelId}")
    @Route(action = "tunnels.find", scope = "tunnels:read", kind = READ)
    TunnelView findTunnel(@PathVariable @LeelooId String tunnelId) {
        return tunnels.find(tunnelId);
    }

    /**
     * Get the statistics of all tunnels. Amounts are in USD. Leeloo endpoint 26.
     *
     * @return the rows as Leeloo returns them; a row contains no tunnel id
     */
    @GetMapping("/tunnels/stats")
    @Route(action = "tunnels.listStatistics", scope = "tunnels:read", kind = READ)
    Items<StatisticsView> listStatistics() {
        return tunnels.listStatistics();
    }

    /**
     * Get tunnel statistics. Amounts are in USD. Leeloo endpoint 27.
     *
     * @param tunnelId id of the tunnel, 24 lower-case hex characters
     * @return the rows as Leeloo returns them
     */
    @GetMapping("/tunnels/{tunnelId}/stats")
    @Route(action = "tunnels.findStatistics", scope = "tunnels:read", kind = READ)
    Items<StatisticsView> listTunnelStatistics(@PathVariable @LeelooId String tunnelId) {
        return tunnels.findStatistics(tunnelId);
    }

    /**
     * Create a traffic source for a lead generation tool. Its hash goes into links, so that Leeloo counts the people who come from
     * there. Leeloo endpoint 10.
     *
     * @param toolId id of the lead generation tool, 24 lower-case hex characters
     * @return the new traffic source; no route returns it again
     */
    @PostMapping("/lead-generation-tools/{toolId}/traffic-sources")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "tunnels.createTrafficSource", scope = "tunnels:write", kind = CHANGE)
    TrafficSourceView createTrafficSource(
            @PathVariable @LeelooId String toolId, @RequestBody @Valid TrafficSourceForm form) {
        return tunnels.createTrafficSource(toolId, form);
    }
}
