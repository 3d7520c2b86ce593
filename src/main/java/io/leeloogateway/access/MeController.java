package io.leeloogateway.access;

import io.leeloogateway.access.usage.UsageRepository;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the gateway knows of its caller. */
@RestController
@RequestMapping("/api/v1/me")
@Tag(name = "Me")
class MeController {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final UsageRepository usage;
    private final Clock clock;

    MeController(UsageRepository usage, Clock clock) {
        this.usage = usage;
        this.clock = clock;
    }

    /**
     * Shows the caller to itself: what it may do, when its key ends, what is left of its limit, and what it used, by operation.
     * Usage is of the client with all its keys, counted by whole minutes of the clock, and a few seconds late.
     *
     * @return the caller
     */
    @GetMapping
    @Route(action = "me.find", scope = Route.ANY_KEY)
    MeView findMe(HttpServletRequest request) {
        var admission = AdmittedRequest.of(request).orElseThrow(Unauthenticated::new);
        var client = admission.pass().caller().clientId();
        var now = clock.instant();
        var used = new MeView.Usage(usage.since(client, now.minus(HOUR)), usage.since(client, now.minus(DAY)));
        return MeView.of(admission, used, now);
    }
}
