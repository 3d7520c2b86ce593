package io.leeloogateway.sync;

import io.leeloogateway.bulkhead.ClientBulkhead;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** Streams the progress of a run as server-sent events. Documented with the route of the run, which has the same path. */
@Hidden
@RestController
@RequestMapping("/api/v1/sync-runs")
class SyncStreamController {

    private final SyncRuns runs;
    private final ProgressStream stream;

    /** Each stream occupies a connection for minutes and looks for progress twice a second. */
    private final ClientBulkhead bulkhead = new ClientBulkhead(64, 8);

    SyncStreamController(SyncRuns runs, ProgressStream stream) {
        this.runs = runs;
        this.stream = stream;
    }

    @GetMapping(path = "/{runId}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Route(action = "sync.follow", scope = "sync:run")
    void followRun(@PathVariable String runId, HttpServletRequest request, HttpServletResponse response) {
        var run = runs.find(runId);
        try (var _ = bulkhead.tryAcquire().orElseThrow(TooManyStreams::new)) {
            follow(run, request, response);
        }
    }

    private void follow(SyncRunView run, HttpServletRequest request, HttpServletResponse response) {
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (request.getMethod().equals("HEAD")) {
            return;
        }
        ShallowEtagHeaderFilter.disableContentCaching(request);
        stream.write(run, response);
    }
}
