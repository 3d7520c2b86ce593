package io.leeloogateway.operations;

import io.leeloogateway.bulkhead.ClientBulkhead;
import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.operations.dispatch.InFlightChanges;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records an operation before its change is sent, and finds the earlier operation that a change repeats. */
@Component
class OperationRecorder {

    /** Large changes take up to a second for their audit entry; the smaller ones of others have the rest of the connections. */
    private static final int MAX_LARGE = 2;

    private static final int MAX_LARGE_OF_A_CLIENT = 1;
    private static final Duration MAX_WAIT = Duration.ofSeconds(1);

    private final ClientBulkhead large = new ClientBulkhead(MAX_LARGE, MAX_LARGE_OF_A_CLIENT);
    private final InFlightChanges inFlight;
    private final OperationStore operations;
    private final RecordingLimit limit;

    OperationRecorder(InFlightChanges inFlight, OperationStore operations, RecordingLimit limit) {
        this.inFlight = inFlight;
        this.operations = operations;
        this.limit = limit;
    }

    Optional<OperationRow> findEarlier(@Nullable IdempotencyKey key) {
        if (key == null) {
            return Optional.empty();
        }
        var clientId = RequestContext.current().caller().orElseThrow().clientId();
        return limit.call(() -> operations.findByActiveKey(clientId, key.text()));
    }

    /**
     * Returns the earlier operation that the change repeats, if any; then nothing is recorded and the permit is given back. A commit after the
     * limit is left to {@code OrphanRecovery}.
     */
    Optional<OperationRow> record(NewOperation operation, SendPermit permit) {
        var isRecorded = false;
        inFlight.add(operation.id());
        try {
            var earlier = operation.isLarge() ? beginLarge(operation) : begin(operation);
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

    private Optional<OperationRow> beginLarge(NewOperation operation) {
        try (var _ = large.tryAcquire(MAX_WAIT).orElseThrow(TooManyLargeChanges::new)) {
            return begin(operation);
        }
    }

    private Optional<OperationRow> begin(NewOperation operation) {
        return limit.call(() -> operations.begin(operation));
    }
}
