package io.leeloogateway.operations.reconcile;

import io.leeloogateway.cache.BackgroundReads;
import io.leeloogateway.cache.BackgroundWork;
import io.leeloogateway.cache.ErasedMeanwhile;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.CheckResult;
import io.leeloogateway.leeloo.change.OutcomeCheck;
import io.leeloogateway.leeloo.change.SendFacts;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.OperationStore;
import io.leeloogateway.operations.idempotency.RequestFingerprint;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.Priority;
import io.leeloogateway.request.RequestContext;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Checks at Leeloo whether unknown changes were applied: seldom, one change at a time, and without a second send. */
@Component
public class Reconciler {

    private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(30);
    private static final String UNKNOWN_FIELDS = "the request has fields that the gateway does not know";
    private static final String NO_TRACE = "Leeloo shows no trace of such a change";

    private final ReconciliationQueue queue;
    private final CompetingOperations competing;
    private final RequestFingerprint fingerprints;
    private final OperationStore operations;
    private final BackgroundReads reads;
    private final Clock clock;

    Reconciler(
            ReconciliationQueue queue,
            CompetingOperations competing,
            RequestFingerprint fingerprints,
            OperationStore operations,
            BackgroundReads reads,
            Clock clock) {
        this.queue = queue;
        this.competing = competing;
        this.fingerprints = fingerprints;
        this.operations = operations;
        this.reads = reads;
        this.clock = clock;
    }

    /** Reconciles one operation, besides operations that cannot be checked: these cost no call to Leeloo. */
    public void reconcileNext() {
        for (var next = queue.findDue(clock.instant()); next.isPresent(); next = queue.findDue(clock.instant())) {
            if (reconcile(next.get())) {
                return;
            }
        }
    }

    /** Returns false if the operation cannot be checked. */
    private boolean reconcile(OperationRow row) {
        try {
            var request = Objects.requireNonNull(row.request());
            if (StoredChange.isPartial(request)) {
                queue.postpone(row.id(), null, UNKNOWN_FIELDS);
                return false;
            }
            return reconcile(row, StoredChange.read(row.change(), request));
        } catch (ErasedMeanwhile e) {
            log.debug("operation {} is not reconciled", row.id(), e);
        } catch (LeelooException e) {
            log.debug("operation {} is not reconciled: {}", row.id(), e.detail());
            postpone(row, "Leeloo could not be asked");
        } catch (RuntimeException | Error e) {
            if (DatabaseFailureClassifier.isCauseOf(e)) {
                throw e;
            }
            log.error("the check of operation {} failed; other operations are not affected", row.id(), e);
            postponeFailedCheck(row, e);
        }
        return true;
    }

    private <T> boolean reconcile(OperationRow row, Change<T> change) {
        var check = OutcomeCheck.of(change);
        if (check.isEmpty()) {
            queue.postpone(row.id(), null, NO_TRACE);
            return false;
        }
        var work = reads.begin(() -> queue.hasRequest(row.id()));
        var result = run(check.get(), row, change, work);
        work.check();
        follow(
                row,
                ReconciliationDecision.of(
                        row, change, result, clock.instant(), changes -> competing.isChangedAfter(row, changes)));
        return true;
    }

    private void follow(OperationRow row, ReconciliationDecision decision) {
        switch (decision) {
            case ReconciliationDecision.Postpone(var next, var evidence) -> queue.postpone(row.id(), next, evidence);
            case ReconciliationDecision.Finish(var result) -> {
                if (operations.finish(row.id(), EnumSet.of(Outcome.UNKNOWN), result)) {
                    log.info(
                            "operation {} is {}: {}", row.id(), result.outcome().value(), result.evidence());
                }
            }
        }
    }

    /** A check that keeps failing ends: the operation stays unknown until it is resolved by hand. */
    private void postponeFailedCheck(OperationRow row, Throwable reason) {
        var problem = "the check failed: " + DatabaseFailureClassifier.reason(reason);
        if (row.reconciliations() < ReconciliationDecision.PAUSES.size()) {
            postpone(row, problem);
        } else {
            queue.postpone(row.id(), null, problem);
        }
    }

    private void postpone(OperationRow row, String problem) {
        var now = clock.instant();
        follow(row, ReconciliationDecision.later(row, problem + " at " + now, now));
    }

    /**
     * Calls to Leeloo carry the id of the request that sent the change. A match is evaluated twice: another request may have sent an equal
     * change during the first read, and its operation is recorded by then.
     */
    private <T> CheckResult<T> run(OutcomeCheck<T> check, OperationRow row, Change<T> change, BackgroundWork work) {
        var context = new RequestContext(row.requestId(), Deadline.after(CHECK_LIMIT), Priority.BACKGROUND);
        return context.run(() -> {
            var responses = new MemoizedReads(work::readFromLeeloo);
            var result = check.evaluate(responses, facts(row, change));
            return result instanceof CheckResult.Applied ? check.evaluate(responses, facts(row, change)) : result;
        });
    }

    private SendFacts facts(OperationRow row, Change<?> change) {
        return competing.factsFor(row, fingerprints.all(row.action(), change));
    }
}
