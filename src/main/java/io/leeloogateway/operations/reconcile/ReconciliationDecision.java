package io.leeloogateway.operations.reconcile;

import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.CheckResult;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.idempotency.StoredResponse;
import io.leeloogateway.request.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a check at Leeloo means for an unknown operation: its outcome, or another check while Leeloo may still be slow. */
sealed interface ReconciliationDecision {

    /** The outcome is proven. */
    record Finish(OperationResult result) implements ReconciliationDecision {}

    /** The outcome stays unknown until another check. */
    record Postpone(Instant next, String evidence) implements ReconciliationDecision {}

    String NAME = "reconciler";

    /** 60 s from the send, which starts at most 2.5 s after {@code started_at}. */
    Duration MIN_ABSENCE = Duration.ofSeconds(63);

    List<Duration> PAUSES = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    /**
     * Decides from a check.
     *
     * @param isChangedAgain whether one of these changes hit the same target since
     */
    static <T> ReconciliationDecision of(
            OperationRow row,
            Change<T> change,
            CheckResult<T> result,
            Instant now,
            Predicate<List<String>> isChangedAgain) {
        return switch (result) {
            case CheckResult.Applied<T>(var response, var id, var evidence) ->
                new Finish(new OperationResult(
                        Outcome.APPLIED,
                        null,
                        StoredResponse.write(response),
                        createdId(row, id),
                        evidence,
                        NAME,
                        false,
                        null));
            case CheckResult.NotApplied<T>(var evidence) -> ofAbsence(row, change, evidence, now, isChangedAgain);
            case CheckResult.Inconclusive<T>(var evidence) -> later(row, notSeen(evidence, now), now);
        };
    }

    /** Another check, after a pause that grows with the number of checks. */
    static Postpone later(OperationRow row, String evidence, Instant now) {
        var pause = PAUSES.get(Math.min(row.reconciliations(), PAUSES.size() - 1));
        return new Postpone(now.plus(pause), evidence);
    }

    private static ReconciliationDecision ofAbsence(
            OperationRow row, Change<?> change, String evidence, Instant now, Predicate<List<String>> isChangedAgain) {
        var earliest = row.startedAt().plus(MIN_ABSENCE);
        if (now.isBefore(earliest)) {
            return new Postpone(earliest, notSeen(evidence, now));
        }
        if (isChangedAgain.test(overwritingChanges(change))) {
            return later(row, "%s, but it was changed again since".formatted(evidence), now);
        }
        return new Finish(OperationResult.of(Outcome.NOT_APPLIED, null, NAME, evidence));
    }

    /** The target of a change is not its creation; recorded as one, it would claim another operation's match. */
    private static @Nullable String createdId(OperationRow row, @Nullable String id) {
        return Objects.equals(id, row.targetId()) ? null : id;
    }

    private static List<String> overwritingChanges(Change<?> change) {
        return switch (change) {
            case AddTag _, RemoveTag _ -> List.of("AddTag", "RemoveTag");
            default -> List.of(StoredChange.nameOf(change));
        };
    }

    private static String notSeen(String evidence, Instant now) {
        return "not seen until %s: %s".formatted(now, evidence);
    }
}
