package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.CheckResult;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.OperationStore;
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

/** Decides an operation's outcome from a check at Leeloo, and postpones the decision while Leeloo may still be slow. */
@Component
class ReconciliationDecisions {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationDecisions.class);
    private static final String NAME = "reconciler";

    /** 60 s from the send, which starts at most 2.5 s after {@code started_at}. */
    private static final Duration MIN_ABSENCE = Duration.ofSeconds(63);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    private final ReconciliationQueue queue;
    private final CompetingOperations competing;
    private final OperationStore operations;
    private final Clock clock;

    ReconciliationDecisions(
            ReconciliationQueue queue, CompetingOperations competing, OperationStore operations, Clock clock) {
        this.queue = queue;
        this.competing = competing;
        this.operations = operations;
        this.clock = clock;
    }

    <T> void decide(OperationRow row, Change<T> change, CheckResult<T> result) {
        switch (result) {
            case CheckResult.Applied<T>(var response, var id, var evidence) ->
                finish(
                        row,
                        new OperationResult(
                                Outcome.APPLIED,
                                null,
                                StoredResponse.write(response),
                                createdId(row, id),
                                evidence,
                                NAME,
                                false,
                                null));
            case CheckResult.NotApplied<T>(var evidence) -> decideAbsence(row, change, evidence);
            case CheckResult.Inconclusive<T>(var evidence) -> postpone(row, notSeen(evidence));
        }
    }

    void postpone(OperationRow row, String evidence) {
        var pause = PAUSES.get(Math.min(row.reconciliations(), PAUSES.size() - 1));
        postpone(row, clock.instant().plus(pause), evidence);
    }

    /** The target of a change is not its creation; recorded as one, it would claim another operation's match. */
    private static @Nullable String createdId(OperationRow row, @Nullable String id) {
        return Objects.equals(id, row.targetId()) ? null : id;
    }

    private void decideAbsence(OperationRow row, Change<?> change, String evidence) {
        var earliest = row.startedAt().plus(MIN_ABSENCE);
        if (clock.instant().isBefore(earliest)) {
            postpone(row, earliest, notSeen(evidence));
        } else if (competing.isChangedAfter(row, overwritingChanges(change))) {
            postpone(row, "%s, but it was changed again since".formatted(evidence));
        } else {
            finish(row, OperationResult.of(Outcome.NOT_APPLIED, null, NAME, evidence));
        }
    }

    private static List<String> overwritingChanges(Change<?> change) {
        return switch (change) {
            case AddTag _, RemoveTag _ -> List.of("AddTag", "RemoveTag");
            default -> List.of(StoredChange.nameOf(change));
        };
    }

    private String notSeen(String evidence) {
        return "not seen until %s: %s".formatted(clock.instant(), evidence);
    }

    private void postpone(OperationRow row, Instant next, String evidence) {
        queue.postpone(row.id(), next, evidence);
    }

    private void finish(OperationRow row, OperationResult result) {
        if (operations.finish(row.id(), EnumSet.of(Outcome.UNKNOWN), result)) {
            log.info("operation {} is {}: {}", row.id(), result.outcome().value(), result.evidence());
        }
    }
}
