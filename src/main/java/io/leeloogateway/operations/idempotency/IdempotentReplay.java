package io.leeloogateway.operations.idempotency;

import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.OperationRow;
import io.leeloogateway.operations.web.OperationHeaders;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.OperationRef;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Component;

/** Answers who asks under a key that stands for a change already. */
@Component
public class IdempotentReplay {

    private final RequestFingerprint fingerprints;
    private final OperationHeaders headers;

    IdempotentReplay(RequestFingerprint fingerprints, OperationHeaders headers) {
        this.fingerprints = fingerprints;
        this.headers = headers;
    }

    public <T> T answer(OperationRow first, Change<T> change) {
        var context = RequestContext.current();
        context.setOutcome(first.outcome());
        context.setOperation(new OperationRef(first.id(), context.id()));
        headers.tell(first.id());
        var route = context.route().map(MatchedRoute::action).orElseThrow();
        if (first.fingerprint() == null || !fingerprints.matches(route, change, first.fingerprint())) {
            throw IdempotencyConflict.byAnotherRequest();
        }
        return switch (first.outcome()) {
            case SENDING -> throw IdempotencyConflict.whileSending(first.id());
            case UNKNOWN -> throw IdempotencyConflict.withUnknownOutcome(first.id());
            case APPLIED, REJECTED -> replay(first, change, context);
            case NOT_SENT, NOT_APPLIED ->
                throw new IllegalStateException("operation " + first.id() + " should have given its key up");
        };
    }

    private <T> T replay(OperationRow first, Change<T> change, RequestContext context) {
        if (!StoredResponse.isKnown(first.answer(), change)) {
            throw IdempotencyConflict.withUnknownAnswer(first.id());
        }
        context.setOperation(new OperationRef(first.id(), first.requestId()));
        headers.tellReplay();
        return StoredResponse.read(first.answer(), change);
    }
}
