package io.leeloogateway.operations.dispatch;

import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationStore;
import io.leeloogateway.request.Outcome;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Records the outcome of a sent change. Retries until the database accepts it or the instance stops: only this instance knows the outcome. */
@Component
class OutcomeRecorder {

    private static final Logger log = LoggerFactory.getLogger(OutcomeRecorder.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Leeloo's response corrects an outcome from the reconciler, an admin or another instance. */
    private static final Set<Outcome> CORRECTED =
            EnumSet.of(Outcome.SENDING, Outcome.UNKNOWN, Outcome.APPLIED, Outcome.NOT_APPLIED);

    private final OperationStore operations;
    private final InFlightChanges inFlight;

    OutcomeRecorder(OperationStore operations, InFlightChanges inFlight) {
        this.operations = operations;
        this.inFlight = inFlight;
    }

    void record(UUID id, OperationResult result) {
        var remaining = tryRecord(id, result);
        while (remaining.isPresent() && !inFlight.isAbandoned()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            remaining = tryRecord(id, remaining.get());
        }
    }

    /** Returns the result for the next try; empty after a success. */
    private Optional<OperationResult> tryRecord(UUID id, OperationResult result) {
        try {
            operations.finish(id, expected(result), result);
            inFlight.remove(id);
            return Optional.empty();
        } catch (DataIntegrityViolationException e) {
            log.error("operation {} is {}, but the database rejects its response", id, result.outcome(), e);
            return Optional.of(result.withoutResponse());
        } catch (DataAccessException | TransactionException e) {
            log.warn("operation {} is {}, which cannot be recorded now", id, result.outcome(), e);
            return Optional.of(result);
        }
    }

    private static Set<Outcome> expected(OperationResult result) {
        return result.outcome() == Outcome.UNKNOWN ? EnumSet.of(Outcome.SENDING) : CORRECTED;
    }
}
