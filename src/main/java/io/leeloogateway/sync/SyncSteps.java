package io.leeloogateway.sync;

import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The steps of a run, each with one call to Leeloo and a checkpoint. Empty results: the run was cancelled or continues elsewhere. */
@Component
class SyncSteps {

    private final SyncRunRepository runs;
    private final SyncEntryRepository entries;
    private final ListReader lists;
    private final MissingEntries missing;
    private final SyncMetrics metrics;
    private final TransactionOperations transaction;
    private final Clock clock;

    SyncSteps(
            SyncRunRepository runs,
            SyncEntryRepository entries,
            ListReader lists,
            MissingEntries missing,
            SyncMetrics metrics,
            TransactionOperations transaction,
            Clock clock) {
        this.runs = runs;
        this.entries = entries;
        this.lists = lists;
        this.missing = missing;
        this.metrics = metrics;
        this.transaction = transaction;
        this.clock = clock;
    }

    Optional<SyncRun> begin(SyncRun run) {
        return runs.update(run.in(SyncState.RUNNING), null);
    }

    Optional<SyncRun> next(SyncRun run) {
        return run.isWalked() ? check(run) : walk(run);
    }

    private Optional<SyncRun> walk(SyncRun run) {
        var snapshot = entries.snapshot();
        var page = lists.read(run.kind(), run.checkpoint());
        var calls = RequestContext.current().leelooCalls();
        return commit(() -> {
            var met = entries.record(run, page, snapshot);
            var stored = store(
                    run.afterPage(run.checkpoint().at(walkAfter(run, page, met)), calls, met.counts(), page.total()));
            stored.ifPresent(_ -> metrics.countPage(run.kind(), met.counts(), calls));
            return stored;
        });
    }

    /** Rolls the step back if the run was cancelled or continues elsewhere. */
    private Optional<SyncRun> commit(Supplier<Optional<SyncRun>> step) {
        return transaction.execute(status -> {
            var stored = step.get();
            if (stored.isEmpty()) {
                status.setRollbackOnly();
            }
            return stored;
        });
    }

    private static Walk walkAfter(SyncRun run, SyncPage page, MetRows met) {
        return run.checkpoint()
                .walk()
                .after(new WalkPage(
                        page.rows().size(), (int) met.counts().met(), met.startsKnown(), page.total(), page.isWhole()));
    }

    private Optional<SyncRun> store(SyncRun run) {
        return switch (run.checkpoint().walk().state()) {
            case UNFINISHED -> runs.update(run, null);
            case COMPLETE -> run.mode() == SyncMode.RECENT ? finish(run, SyncState.COMPLETED) : runs.update(run, null);
            case INCONSISTENT -> finish(run.afterFailure(0, inconsistency(run)), SyncState.FAILED);
        };
    }

    private static String inconsistency(SyncRun run) {
        return run.checkpoint().walk().inconsistency(Objects.requireNonNullElse(run.total(), 0L));
    }

    /** Checks one entry that the run did not meet; ends the run if there is none. */
    private Optional<SyncRun> check(SyncRun run) {
        var next = missing.next(run);
        if (next.isEmpty()) {
            return complete(run);
        }
        var id = next.get();
        var check = missing.check(run, id);
        var calls = RequestContext.current().leelooCalls();
        metrics.countCheck(run.kind(), check, calls);
        var gone = check == EntryCheck.GONE ? 1 : 0;
        return runs.update(run.afterCheck(run.checkpoint().checked(id), calls, gone), null);
    }

    private Optional<SyncRun> complete(SyncRun run) {
        return commit(() -> {
            var unmet = entries.deleteUnmet(run);
            var gone = missing.hasDetails(run.kind()) ? 0 : unmet;
            return finish(run.afterCheck(run.checkpoint(), 0, gone), SyncState.COMPLETED);
        });
    }

    Optional<SyncRun> retry(SyncRun run, int calls, String problem) {
        return runs.update(run.afterFailure(calls, problem), null);
    }

    Optional<SyncRun> fail(SyncRun run, int calls, String problem) {
        return finish(run.afterFailure(calls, problem), SyncState.FAILED);
    }

    private Optional<SyncRun> finish(SyncRun run, SyncState state) {
        var finished = runs.update(run.in(state), now());
        finished.ifPresent(_ -> metrics.countRun(run.kind(), state));
        return finished;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
