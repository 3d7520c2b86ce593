package io.leeloogateway.operations.dispatch;

import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationStore;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.request.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Records the outcome of a sent change. Retries while the database is unavailable: only this instance knows the outcome. */
@Component
class OutcomeRecorder {

    private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

    /** Leeloo's response corrects an outcome from the reconciler, an admin or another instance. */
    private static final Set<Outcome> CORRECTED =
            EnumSet.of(Outcome.SENDING, Outcome.UNKNOWN, Outcome.APPLIED, Outcome.NOT_APPLIED);

    /** One way to commit an outcome. */
    private interface Finish {
        boolean finish(UUID id, Set<Outcome> expected, OperationResult result);
    }

    private final OperationStore operations;
    private final InFlightChanges inFlight;

    OutcomeRecorder(OperationStore operations, InFlightChanges inFlight) {
        this.operations = operations;
        this.inFlight = inFlight;
    }

    /** Returns the recorded result: unknown with the reason if the database rejects the given one. Empty if the instance stops first. */
    Optional<OperationResult> record(UUID id, Supplier<OperationResult> response) {
        try {
            return record(id, response.get(), operations::finish);
        } catch (RuntimeException | Error e) {
            log.error("operation {} is unknown: its outcome cannot be recorded", id, e);
            return recordUnknown(id, OperationResult.unrecordable(e));
        }
    }

    private Optional<OperationResult> recordUnknown(UUID id, OperationResult unknown) {
        try {
            return record(id, unknown, operations::finish);
        } catch (RuntimeException | Error e) {
            log.error("operation {} ends without an event in the audit log", id, e);
            return recordWithoutAudit(id, unknown);
        }
    }

    /** Nothing is left to leave out: retries whatever the failure is. */
    private Optional<OperationResult> recordWithoutAudit(UUID id, OperationResult unknown) {
        while (true) {
            try {
                return record(id, unknown, operations::finishWithoutAudit);
            } catch (RuntimeException | Error e) {
                log.error("operation {} is unknown, which cannot be recorded", id, e);
                if (inFlight.isAbandoned()) {
                    return Optional.empty();
                }
                LockSupport.parkNanos(LONG_PAUSE.toNanos());
            }
        }
    }

    /** Retries while the database is unavailable. */
    private Optional<OperationResult> record(UUID id, OperationResult result, Finish finish) {
        var failures = new RetryLog(id, result, System::nanoTime);
        while (!tryRecord(id, result, finish, failures)) {
            if (inFlight.isAbandoned()) {
                return Optional.empty();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return Optional.of(result);
    }

    private boolean tryRecord(UUID id, OperationResult result, Finish finish, RetryLog failures) {
        try {
            finish.finish(id, expected(result), result);
            inFlight.remove(id);
            return true;
        } catch (DataAccessException | TransactionException e) {
            if (!DatabaseFailureClassifier.isCauseOf(e) && !isKeyTaken(e)) {
                throw e;
            }
            failures.warn(e);
            return false;
        }
    }

    /** A late response takes the key of its operation back, unless a repeat has it; here the repeat took it at the same moment. */
    private static boolean isKeyTaken(RuntimeException failure) {
        return failure instanceof DuplicateKeyException;
    }

    private static Set<Outcome> expected(OperationResult result) {
        return result.outcome() == Outcome.UNKNOWN ? EnumSet.of(Outcome.SENDING) : CORRECTED;
    }
}
