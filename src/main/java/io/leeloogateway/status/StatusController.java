package io.leeloogateway.status;

import io.leeloogateway.cache.CacheContents;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The state of the gateway. */
@RestController
@RequestMapping("/api/v1/status")
@Tag(name = "Status")
class StatusController {

    private final ReplicaReporter reporter;
    private final ReplicaReports reports;
    private final CacheContents cache;
    private final Clock clock;

    StatusController(ReplicaReporter reporter, ReplicaReports reports, CacheContents cache, Clock clock) {
        this.reporter = reporter;
        this.reports = reports;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * Get the state of the gateway: its replicas with their versions and circuit breakers, the results of reads, the outcomes of changes, and
     * the age of the cache. Each replica reports every 5 seconds; a replica that has not reported for 20 seconds is left out. The age of
     * the cache is up to 15 seconds old, and up to a minute while it is measured again.
     *
     * @return the state
     */
    @GetMapping
    @Route(action = "status.find", scope = Route.ANY_KEY)
    StatusView findStatus() {
        var current = new ArrayList<>(reports.findCurrent());
        var own = reporter.replicaId();
        current.removeIf(stored -> stored.replicaId().equals(own));
        current.add(new ReplicaReports.Stored(own, clock.instant(), reporter.report()));
        return StatusView.of(own, current, cache.ages().orElse(null));
    }
}
