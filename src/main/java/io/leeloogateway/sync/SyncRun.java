package io.leeloogateway.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run and its progress. */
record SyncRun(
        UUID id,
        SyncKind kind,
        SyncMode mode,
        SyncState state,
        Checkpoint checkpoint,
        int version,
        int pages,
        int calls,
        RowCounts rows,
        @Nullable Long total,
        @Nullable String error,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    private static final int ALMOST_ALL = 99;
    private static final int ALL = 100;

    static SyncRun queued(UUID id, SyncKind kind, SyncMode mode, Checkpoint start, Instant now) {
        return new SyncRun(id, kind, mode, SyncState.QUEUED, start, 0, 0, 0, RowCounts.NONE, null, null, now, null);
    }

    boolean isWalked() {
        return checkpoint.walk().state() == Walk.State.COMPLETE;
    }

    SyncRun in(SyncState next) {
        return with(next, checkpoint, pages, calls, rows, total, error);
    }

    SyncRun afterPage(Checkpoint next, int newCalls, RowCounts newRows, long newTotal) {
        return with(state, next, pages + 1, calls + newCalls, rows.plus(newRows), newTotal, null);
    }

    SyncRun afterCheck(Checkpoint next, int newCalls, long gone) {
        return with(state, next, pages, calls + newCalls, rows.plusGone(gone), total, null);
    }

    SyncRun afterFailure(int newCalls, String problem) {
        return with(state, checkpoint, pages, calls + newCalls, rows, total, problem);
    }

    private SyncRun with(
            SyncState newState,
            Checkpoint next,
            int newPages,
            int newCalls,
            RowCounts newRows,
            @Nullable Long newTotal,
            @Nullable String newError) {
        return new SyncRun(
                id,
                kind,
                mode,
                newState,
                next,
                version,
                newPages,
                newCalls,
                newRows,
                newTotal,
                newError,
                startedAt,
                finishedAt);
    }

    /** By Leeloo's count, which is not exact. */
    int percent() {
        if (state == SyncState.COMPLETED) {
            return ALL;
        }
        if (total == null || total <= 0) {
            return 0;
        }
        return (int) Math.min(ALMOST_ALL, ALL * rows.met() / total);
    }

    /** By the pace so far; null if the run does not run, or has met nothing yet. */
    @Nullable
    Instant expectedEnd(Instant now) {
        if (state != SyncState.RUNNING || total == null || rows.met() == 0) {
            return null;
        }
        var left = Math.max(0, total - rows.met());
        return now.plus(Duration.between(startedAt, now).dividedBy(rows.met()).multipliedBy(left));
    }
}
