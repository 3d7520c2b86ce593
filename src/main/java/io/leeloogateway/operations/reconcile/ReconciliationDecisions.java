package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.CheckResult;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.operations.OperationRepository;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.idempotency.StoredResponse;
import io.leeloogateway.request.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws conclusions from what was seen at Leeloo, and waits with them where Leeloo may only be slow. */
@Component
class ReconciliationDecisions {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationDecisions.class);
    private static final String NAME = "reconciler";

    /** 60 s after the send, which begins at most 2.5 s after the row was made. */
    private static final Duration PATIENCE = Duration.ofSeconds(63);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private final ReconciliationQueue rows;
    private final CompetingOperations neighbours;
    private final OperationRepository ledger;
    private final Clock clock;

    ReconciliationDecisions(
            ReconciliationQueue rows, CompetingOperations neighbours, OperationRepository ledger, Clock clock) {
        this.rows = rows;
        this.neighbours = neighbours;
        this.ledger = ledger;
        this.clock = clock;
    }

    <T> void settle(OperationRow row, Change<T> change, CheckResult<T> result) {
        switch (result) {
            case CheckResult.Applied<T>(var answer, var id, var evidence) ->
                end(
                        row,
                        new OperationResult(
                                Outcome.APPLIED,
                                null,
                                StoredResponse.of(answer),
                                made(row, id),
                                evidence,
                                NAME,
                                false,
                                null));
            case CheckResult.NotApplied<T>(var evidence) -> settleAbsent(row, change, evidence);
            case CheckResult.Inconclusive<T>(var evidence) ->
                postpone(row, "not seen until %s: %s".formatted(clock.instant(), evidence));
        }
    }

    /** What was only changed was not made: it must not look like another change's work. */
    private static @Nullable String made(OperationRow row, @Nullable String id) {
        return Objects.equals(id, row.targetId()) ? null : id;
    }

    void postpone(OperationRow row, String evidence) {
        var pause = PAUSES.get(Math.min(row.looks(), PAUSES.size() - 1));
        postpone(row, clock.instant().plus(pause), evidence);
    }

    private void settleAbsent(OperationRow row, Change<?> change, String evidence) {
        var ripe = row.startedAt().plus(PATIENCE);
        if (clock.instant().isBefore(ripe)) {
            postpone(row, ripe, "not seen until %s: %s".formatted(clock.instant(), evidence));
        } else if (neighbours.isChangedAfter(row, kindsThatUndo(change))) {
            postpone(row, "%s, but it was changed again since".formatted(evidence));
        } else {
            end(row, OperationResult.of(Outcome.NOT_APPLIED, null, NAME, evidence));
        }
    }

    private static List<String> kindsThatUndo(Change<?> change) {
        return switch (change) {
            case AddTag _, RemoveTag _ -> List.of("AddTag", "RemoveTag");
            default -> List.of(StoredChange.kindOf(change));
        };
    }

    private void postpone(OperationRow row, Instant next, String evidence) {
        rows.postpone(row.id(), next, evidence);
    }

    private void end(OperationRow row, OperationResult ending) {
        if (ledger.end(row.id(), EnumSet.of(Outcome.UNKNOWN), ending)) {
            log.info("operation {} became {}: {}", row.id(), ending.outcome().word(), ending.evidence());
        }
    }
}
