package io.leeloogateway.quota;

import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The calls to Leeloo that all clients share. */
@RestController
@RequestMapping("/api/v1/quota")
@Tag(name = "Quota")
class QuotaController {

    private final Quota quota;
    private final QuotaReports reports;

    QuotaController(Quota quota, QuotaReports reports) {
        this.quota = quota;
        this.reports = reports;
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
}
