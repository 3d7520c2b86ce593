package io.leeloogateway.operations.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.leeloo.change.AddComment;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.CheckResult;
import io.leeloogateway.leeloo.change.RemoveTag;
import io.leeloogateway.leeloo.model.Accepted;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.idempotency.StoredResponse;
import io.leeloogateway.request.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationDecisionTests {

    private static final Instant START = Instant.parse("2026-01-13T08:00:00Z");
    private static final AddTag ADD_TAG = new AddTag(SampleIds.ANNA, SampleIds.TAG);

    @Test
    void foundChangeIsApplied() {
        var found = new CheckResult.Applied<>(new Accepted(), SampleIds.ORDER, "order found");

        var decision = (ReconciliationDecision.Finish)
                ReconciliationDecision.of(row(0), ADD_TAG, found, START, ReconciliationDecisionTests::isUnchanged);

        assertThat(decision.result().outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(decision.result().response()).isEqualTo(StoredResponse.write(new Accepted()));
        assertThat(decision.result().createdId()).isEqualTo(SampleIds.ORDER);
        assertThat(decision.result().evidence()).isEqualTo("order found");
        assertThat(decision.result().by()).isEqualTo("reconciler");
        assertThat(decision.result().releasesKey()).isFalse();
    }

    @Test
    void targetOfTheChangeIsNotItsCreation() {
        var found = new CheckResult.Applied<>(new Accepted(), SampleIds.ANNA, "tag found");

        var decision = (ReconciliationDecision.Finish)
                ReconciliationDecision.of(row(0), ADD_TAG, found, START, ReconciliationDecisionTests::isUnchanged);

        assertThat(decision.result().createdId()).isNull();
    }

    @Test
    void absentChangeIsNotAppliedAfterItsLongestTime() {
        var decision = decideAbsence(ADD_TAG, START.plusSeconds(63), ReconciliationDecisionTests::isUnchanged);

        assertThat(decision).isInstanceOfSatisfying(ReconciliationDecision.Finish.class, finish -> {
            assertThat(finish.result().outcome()).isEqualTo(Outcome.NOT_APPLIED);
            assertThat(finish.result().evidence()).isEqualTo("no tag");
            assertThat(finish.result().releasesKey()).isTrue();
        });
    }

    @Test
    void absenceProvesNothingWhileLeelooMayBeSlow() {
        var now = START.plusSeconds(62);

        assertThat(decideAbsence(ADD_TAG, now, ReconciliationDecisionTests::isUnchanged))
                .isEqualTo(new ReconciliationDecision.Postpone(
                        START.plusSeconds(63), "not seen until 2026-01-13T08:01:02Z: no tag"));
    }

    @Test
    void absenceProvesNothingAfterALaterChangeOfTheTarget() {
        var asked = new ArrayList<String>();

        var decision = decideAbsence(ADD_TAG, START.plusSeconds(63), asked::addAll);

        assertThat(decision)
                .isEqualTo(new ReconciliationDecision.Postpone(
                        START.plusSeconds(63 + 15), "no tag, but it was changed again since"));
        assertThat(asked).containsExactly("AddTag", "RemoveTag");
    }

    @Test
    void bothTagChangesOverwriteEachOther() {
        assertThat(overwriting(new RemoveTag(SampleIds.ANNA, SampleIds.TAG))).containsExactly("AddTag", "RemoveTag");
        assertThat(overwriting(new AddComment(SampleIds.ANNA, "called back"))).containsExactly("AddComment");
    }

    @ParameterizedTest
    @CsvSource({"0, PT15S", "1, PT1M", "2, PT5M", "3, PT30M", "4, PT2H", "5, PT2H", "400, PT2H"})
    void pausesBetweenChecksGrow(int reconciliations, Duration pause) {
        var inconclusive = new CheckResult.Inconclusive<Accepted>("two candidates");

        var decision = ReconciliationDecision.of(
                row(reconciliations), ADD_TAG, inconclusive, START, ReconciliationDecisionTests::isUnchanged);

        assertThat(decision)
                .isEqualTo(new ReconciliationDecision.Postpone(
                        START.plus(pause), "not seen until 2026-01-13T08:00:00Z: two candidates"));
    }

    private static boolean isUnchanged(List<String> changes) {
        return changes.isEmpty();
    }

    private static List<String> overwriting(Change<?> change) {
        var asked = new ArrayList<String>();
        decideAbsence(change, START.plusSeconds(63), asked::addAll);
        return asked;
    }

    private static <T> ReconciliationDecision decideAbsence(
            Change<T> change, Instant now, Predicate<List<String>> isChangedAgain) {
        return ReconciliationDecision.of(row(0), change, new CheckResult.NotApplied<>("no tag"), now, isChangedAgain);
    }

    private static OperationRow row(int reconciliations) {
        return new OperationRow(
                UUID.fromString("0199c000-0000-7000-8000-000000000001"),
                "client",
                "people.addTag",
                "people",
                SampleIds.ANNA,
                SampleIds.TAG,
                null,
                null,
                null,
                "AddTag",
                "{}",
                Outcome.UNKNOWN,
                null,
                null,
                "request",
                null,
                null,
                "[]",
                reconciliations,
                START,
                null);
    }
}
