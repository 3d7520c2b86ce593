package io.leeloogateway.operations;

import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.operations.dispatch.InFlightChanges;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.request.RequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records an operation before its change is sent, and finds the earlier operation that a change repeats. */
@Component
class OperationRecorder {

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
            var earlier = limit.call(() -> operations.begin(operation));
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
}
