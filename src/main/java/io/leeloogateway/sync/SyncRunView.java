package io.leeloogateway.sync;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that walks a list of Leeloo into the cache.
 *
 * @param id the id of the run
 * @param kind what the run walks
 * @param mode how much of the list the run walks
 * @param state the state of the run
 * @param pages the number of pages so far
 * @param rows the rows so far
 * @param percent the part of the rows so far, by Leeloo's own count, which is not exact; 100 only when the run is completed
 * @param calls the number of calls to Leeloo so far
 * @param startedAt the time of the request or of the plan
 * @param finishedAt the end of the run
 * @param expectedEnd the expected end, by the pace so far; null unless the run is running
 * @param error the last failure of Leeloo; a run that goes on forgets it
 */
record SyncRunView(
        @Schema(example = "019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57")
        UUID id,

        SyncKind kind,
        SyncMode mode,
        SyncState state,
        @Schema(example = "42") int pages,
        RowCounts rows,
        @Schema(example = "41") int percent,
        @Schema(example = "42") int calls,
        @Schema(example = "2026-11-23T08:15:30.000Z") Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant expectedEnd,
        @Nullable String error) {

    /** The expected end moves all the time. */
    boolean hasSameProgress(SyncRunView other) {
        return state == other.state
                && pages == other.pages
                && calls == other.calls
                && rows.equals(other.rows)
                && Objects.equals(error, other.error);
    }

    static SyncRunView of(SyncRun run, Instant now) {
        return new SyncRunView(
                run.id(),
                run.kind(),
                run.mode(),
                run.state(),
                run.pages(),
                run.rows(),
                run.percent(),
                run.calls(),
                run.startedAt(),
                run.finishedAt(),
                run.expectedEnd(now),
                run.error());
    }
}
