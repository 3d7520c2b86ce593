package io.leeloogateway.access;

import io.leeloogateway.access.usage.RecentUsages;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller itself. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
class MeController {

    private final RecentUsages usages;
    private final RouteIndex routes;
    private final Clock clock;

    MeController(RecentUsages usages, RouteIndex routes, Clock clock) {
        this.usages = usages;
        this.routes = routes;
        this.clock = clock;
    }

    /**
     * Get the caller: its scopes, its key, its rate limit and its usage.
     * Usage counts the requests of all keys of the client, in whole minutes, with a delay of about a minute at most.
     *
     * @return the caller
     */
    @GetMapping
    @Route(action = "me.find", scope = Route.ANY_KEY)
    MeView findMe(HttpServletRequest request) {
        var admitted = AdmittedRequest.of(request).orElseThrow(Unauthenticated::new);
        var clientId = admitted.client().caller().clientId();
        var now = clock.instant();
        var recent = usages.find(clientId, now);
        return MeView.of(admitted, recent, routes.betterRoutes(recent.lastWeek()), now);
    }
}
