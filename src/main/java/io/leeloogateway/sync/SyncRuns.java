package io.leeloogateway.sync;

import io.leeloogateway.request.Cursor;
import io.leeloogateway.request.CursorPage;
import io.leeloogateway.request.CursorPageRequest;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts, shows and cancels runs. */
@Service
class SyncRuns {

    private final SyncRunRepository runs;
    private final RecentMessages recent;
    private final UuidV7Generator ids;
    private final Clock clock;

    SyncRuns(SyncRunRepository runs, RecentMessages recent, UuidV7Generator ids, Clock clock) {
        this.runs = runs;
        this.recent = recent;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    public SyncRunView start(SyncKind kind, SyncMode mode) {
        var now = now();
        if (mode == SyncMode.FULL) {
            runs.cancelRecent(kind, now);
        }
        var run = queue(kind, mode).orElseThrow(() -> new SyncRunConflict(kind));
        return SyncRunView.of(run, now);
    }

    /** Empty if another run of the kind is not finished. */
    Optional<SyncRun> queue(SyncKind kind, SyncMode mode) {
        var from = mode == SyncMode.RECENT ? recent.from(now()) : null;
        var run = SyncRun.queued(ids.next(), kind, mode, Checkpoint.start(from), now());
        return runs.insert(run) ? Optional.of(run) : Optional.empty();
    }

    CursorPage<SyncRunView> list(CursorPageRequest page) {
        return page.toPage(
                runs.list(page.after(), page.fetchLimit()),
                run -> new Cursor(run.startedAt(), run.id().toString()),
                run -> SyncRunView.of(run, now()));
    }

    SyncRunView find(String runId) {
        return SyncRunView.of(get(runId), now());
    }

    /** A finished run stays as it is. */
    SyncRunView cancel(String runId) {
        runs.cancel(get(runId).id(), now());
        return find(runId);
    }

    private SyncRun get(String runId) {
        return UuidV7Generator.parse(runId).flatMap(runs::find).orElseThrow(SyncRunNotFound::new);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
