package io.leeloogateway.tunnels;

import static io.leeloogateway.request.Route.Kind.CHANGE;

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

/** The routes to tunnels. */
@RestController
@Tag(name = "Tunnels")
@RequestMapping("/api/v1")
class TunnelsController {

    private final Tunnels tunnels;

    TunnelsController(Tunnels tunnels) {
        this.tunnels = tunnels;
    }

    /**
     * Lists tunnels. Leeloo operation 24.
     *
     * @return a page of tunnels
     */
    @GetMapping("/tunnels")
    @Route(action = "tunnels.list", scope = "tunnels:read")
    OffsetPage<TunnelRowView> listTunnels(@ParameterObject @Valid OffsetPageRequest paging) {
        return tunnels.list(paging);
    }

    /**
     * Finds a tunnel with its lead generation tools. Leeloo operation 25.
     *
     * @param tunnelId the tunnel's id, 24 lower-case hex characters
     * @return the tunnel
     */
    @GetMapping("/tunnels/{tunnelId}")
    @Route(action = "tunnels.find", scope = "tunnels:read")
    TunnelView findTunnel(@PathVariable @LeelooId String tunnelId) {
        return tunnels.find(tunnelId);
    }

    /**
     * Counts what came of all tunnels together. Money is in USD; Leeloo operation 26.
     *
     * @return the rows as Leeloo gives them; they carry no tunnel id
     */
    @GetMapping("/tunnels/stats")
    @Route(action = "tunnels.statistics", scope = "tunnels:read")
    Items<StatisticsView> listStatistics() {
        return tunnels.statistics();
    }

    /**
     * Counts what came of one tunnel. Money is in USD; Leeloo operation 27.
     *
     * @param tunnelId the tunnel's id, 24 lower-case hex characters
     * @return the rows as Leeloo gives them
     */
    @GetMapping("/tunnels/{tunnelId}/stats")
    @Route(action = "tunnels.statisticsOf", scope = "tunnels:read")
    Items<StatisticsView> listTunnelStatistics(@PathVariable @LeelooId String tunnelId) {
        return tunnels.statisticsOf(tunnelId);
    }

    /**
     * Makes a traffic source of a lead generation tool. Leeloo operation 10.
     *
     * @param toolId the tool's id, 24 lower-case hex characters
     * @return the new source; it has no address here
     */
    @PostMapping("/lead-generation-tools/{toolId}/traffic-sources")
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "tunnels.createTrafficSource", scope = "tunnels:write", kind = CHANGE)
    TrafficSourceView createTrafficSource(
            @PathVariable @LeelooId String toolId, @RequestBody @Valid TrafficSourceForm form) {
        return tunnels.addTrafficSource(toolId, form);
    }
}
