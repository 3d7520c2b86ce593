package io.leeloogateway.operations.idempotency;

import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.reconcile.StoredChange;
import io.leeloogateway.operations.web.OperationHeaders;
import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Component;

/** Replays the first response to an idempotency key. */
@Component
public class IdempotentReplay {

    private final RequestFingerprint fingerprints;

    IdempotentReplay(RequestFingerprint fingerprints) {
        this.fingerprints = fingerprints;
    }

    /** Returns or throws the first response; a problem names the id of the first request. */
    public <T> T replay(OperationRow first, Change<T> change, OperationHeaders headers) {
        var context = RequestContext.current();
        if (!isSameRequest(first, change)) {
            throw IdempotencyConflict.keyReused();
        }
        return switch (first.outcome()) {
            case SENDING -> throw IdempotencyConflict.inProgress(first.id());
            case UNKNOWN -> throw IdempotencyConflict.unknown(first.id());
            case APPLIED, REJECTED -> {
                if (!StoredResponse.isKnown(first.response(), change)) {
                    throw IdempotencyConflict.responseUnavailable(first.id(), first.outcome());
                }
                context.setOperation(new OperationRef(first.id(), first.requestId()));
                headers.markReplayed();
                yield StoredResponse.read(first.response(), change);
            }
            case NOT_SENT, NOT_APPLIED ->
                throw new IllegalStateException("operation " + first.id() + " should have released its key");
        };
    }

    /** For a repeat that was refused while another request with its key waits for its turn, and may still be sent. */
    public ProblemException conflictWithWaiting(ProblemException refusal) {
        RequestContext.current().setOutcome(Outcome.SENDING);
        return IdempotencyConflict.waiting(refusal);
    }

    /** Uses the recorded action: an earlier version may have recorded the same change under another name. */
    private boolean isSameRequest(OperationRow first, Change<?> change) {
        return first.fingerprint() != null
                && first.change().equals(StoredChange.nameOf(change))
                && fingerprints.matches(first.action(), change, first.fingerprint());
    }
}
