package io.leeloogateway.operations;

import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.operations.dispatch.InFlightChanges;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Records an operation before its change is sent, and finds the earlier operation that a change repeats. */
@Component
class OperationRecorder {

    /** Also limits the wait for a frozen database: the driver's own timeouts have whole seconds. */
    static final Duration LIMIT = Duration.ofMillis(500);

    private final InFlightChanges inFlight;
    private final OperationStore operations;
    private final OutcomeMetrics metrics;

    OperationRecorder(InFlightChanges inFlight, OperationStore operations, OutcomeMetrics metrics) {
        this.inFlight = inFlight;
        this.operations = operations;
        this.metrics = metrics;
    }

    Optional<OperationRow> findEarlier(@Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        var clientId = RequestContext.current().caller().orElseThrow().clientId();
        return withinLimit(() -> operations.findByActiveKey(clientId, key.text()));
    }

    /**
     * Returns the earlier operation that the change repeats, if any; then nothing is recorded and the permit is given back. A commit after the
     * limit is left to {@code OrphanRecovery}.
     */
    Optional<OperationRow> record(NewOperation operation, SendPermit permit) {
        var isRecorded = false;
        inFlight.add(operation.id());
        try {
            var earlier = withinLimit(() -> operations.begin(operation));
            isRecorded = earlier.isEmpty();
            return earlier;
        } finally {
            if (isRecorded) {
                RequestContext.current().audit().markRecorded();
            } else {
                inFlight.remove(operation.id());
                permit.giveBack();
            }
        }
    }

    private <T> T withinLimit(Supplier<T> work) {
        try {
            return TimeLimiter.call("record change", LIMIT, work);
        } catch (TimeoutException | DataAccessException | TransactionException e) {
            metrics.countRecordFailure();
            throw new OperationStoreUnavailable(e);
        }
    }
}
