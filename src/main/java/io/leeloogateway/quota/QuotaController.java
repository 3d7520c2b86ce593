package io.leeloogateway.quota;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calls to Leeloo that all clients share. */
@RestController
@RequestMapping("/api/v1/quota")
@Tag(name = "Quota")
class QuotaController {

    private static final Duration HISTORY = Duration.ofHours(1);

    private final Quota quota;
    private final QuotaReports reports;
    private final QuotaHistoryRepository history;
    private final Clock clock;

    QuotaController(Quota quota, QuotaReports reports, QuotaHistoryRepository history, Clock clock) {
        this.quota = quota;
        this.reports = reports;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Get the quota: how many calls to Leeloo are used and left, who waits, and the share of each client.
     * Leeloo allows a number of calls a minute for all clients together. The figures are up to a second old.
     *
     * @return the quota
     */
    @GetMapping
    @Route(action = "quota.find", scope = Route.ANY_KEY)
    QuotaView findQuota() {
        var all = new ArrayList<>(reports.findBeside(quota.id()));
        all.add(quota.report());
        return QuotaView.of(quota.status(), ReplicaReport.sum(all));
    }

    /**
     * Get the history of the quota: the calls to Leeloo of each minute of the last hour, over all replicas, by class of call or by client.
     * The figures are up to three seconds old.
     *
     * @param filter by what the calls are divided
     * @return the calls by minute
     */
    @GetMapping("/history")
    @Route(action = "quota.findHistory", scope = Route.ANY_KEY)
    QuotaHistoryView findQuotaHistory(@ParameterObject @Valid QuotaHistoryFilter filter) {
        return new QuotaHistoryView(
                quota.limit(), history.find(filter.grouping(), clock.instant().minus(HISTORY)));
    }
}
