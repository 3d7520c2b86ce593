package io.leeloogateway.sync;

import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The routes of synchronization runs. */
@RestController
@Tag(name = "Synchronization")
@RequestMapping("/api/v1/sync-runs")
class SyncRunsController {

    private final SyncRuns runs;
    private final SyncTrigger trigger;

    SyncRunsController(SyncRuns runs, SyncTrigger trigger) {
        this.runs = runs;
        this.trigger = trigger;
    }

    /**
     * Start a synchronization. Walks a list of Leeloo into the cache, 100 rows with a call, with calls that nothing else needs. The run is queued and begins within
     * a few seconds. While a run of the kind is not finished, another one is a 409; a run of recent people gives way to a full run.
     *
     * @param form the new run
     * @return the queued run
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Route(action = "sync.start", scope = "sync:run")
    ResponseEntity<SyncRunView> startSyncRun(@RequestBody @Valid SyncRunForm form) {
        var run = runs.start(form.kind(), form.checkedMode());
        trigger.fire(run.kind());
        return ResponseEntity.created(URI.create("/api/v1/sync-runs/" + run.id()))
                .body(run);
    }

    /**
     * List synchronizations. Returns the runs of the last 30 days, newest first, also those that the gateway planned itself. Of the runs of recent people, only the
     * last finished one is listed.
     *
     * @param page the page of the list
     * @return a page of the list
     */
    @GetMapping
    @Route(action = "sync.list", scope = "sync:run")
    CursorPage<SyncRunView> listSyncRuns(@ParameterObject @Valid CursorPageRequest page) {
        return runs.list(page);
    }

    /**
     * Get a synchronization. With {@code Accept: text/event-stream}, the response is a stream: an event {@code progress} with the run as JSON
     * whenever the run has made progress, and the end of the stream with the end of the run. A stream also ends after ten minutes and when the
     * instance stops: connect again. A client can have eight streams open, and an instance 64: another is a 503 {@code overloaded}.
     *
     * @param runId the id of the run
     * @return the run
     */
    @GetMapping(path = "/{runId}", produces = "application/json")
    @Route(action = "sync.find", scope = "sync:run")
    SyncRunView findSyncRun(@PathVariable String runId) {
        return runs.find(runId);
    }

    /**
     * Cancel a synchronization. The run ends before its next page; what it has stored stays. A finished run stays as it is.
     *
     * @param runId the id of the run
     * @return the run
     */
    @DeleteMapping("/{runId}")
    @Route(action = "sync.cancel", scope = "sync:run")
    SyncRunView cancelSyncRun(@PathVariable String runId) {
        return runs.cancel(runId);
    }
}
