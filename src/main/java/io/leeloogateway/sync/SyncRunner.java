package io.leeloogateway.sync;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooQuotaExhausted;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Priority;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs a run to its end, one call after the other. A call that fails is repeated a few times, then the run fails. */
@Component
class SyncRunner {

    private static final Logger log = LoggerFactory.getLogger(SyncRunner.class);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(60);
    private static final int MAX_FAILURES = 5;

    private final SyncSteps steps;
    private final SyncPace pace;

    SyncRunner(SyncSteps steps, SyncPace pace) {
        this.steps = steps;
        this.pace = pace;
    }

    /** Ends early if the instance stops, the run is cancelled or another replica continues it. */
    void run(SyncRun queued, BooleanSupplier isStopping) {
        var current = steps.begin(queued);
        var failures = 0;
        while (current.isPresent() && !isStopping.getAsBoolean()) {
            var run = current.get();
            if (run.state().isFinished()) {
                log.info("the run of {} is {}", run.kind().value(), run.state().value());
                return;
            }
            var context = new RequestContext("sync-" + run.id(), Deadline.after(CALL_LIMIT), Priority.SYNCHRONIZATION);
            try {
                current = context.run(() -> next(run));
                failures = 0;
            } catch (ProblemException e) {
                failures = isWait(e) ? failures : failures + 1;
                current = fail(run, e, context.leelooCalls(), failures);
            } catch (RuntimeException e) {
                if (DatabaseFailureClassifier.isCauseOf(e)) {
                    throw e;
                }
                current = abort(run, e, context.leelooCalls());
            }
        }
    }

    private Optional<SyncRun> next(SyncRun run) {
        pace.await();
        return steps.next(run);
    }

    private Optional<SyncRun> fail(SyncRun run, ProblemException failure, int calls, int failures) {
        if (failures == MAX_FAILURES || failure instanceof LeelooCredentialsRejected) {
            return steps.fail(run, calls, failure.detail());
        }
        pace.pause(failures, failure.retryAfter());
        return steps.retry(run, calls, failure.detail());
    }

    /** A row that cannot be stored today cannot be stored in the next attempt either. */
    private Optional<SyncRun> abort(SyncRun run, RuntimeException failure, int calls) {
        log.error("the run of {} cannot go on", run.kind().value(), failure);
        return steps.fail(run, calls, "a page cannot be stored: " + DatabaseFailureClassifier.reason(failure));
    }

    /** The run waits for its turn. */
    private static boolean isWait(ProblemException failure) {
        return failure instanceof LeelooQuotaExhausted || failure instanceof LeelooThrottled;
    }
}
