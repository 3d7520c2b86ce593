package io.leeloogateway.operations;

import io.leeloogateway.leeloo.Change;
import io.leeloogateway.request.LedgerEntry;
import io.leeloogateway.request.RequestContext;
import org.springframework.stereotype.Component;

/** Answers who asks under a key that stands for a change already. */
@Component
class Repeats {

    private final Fingerprints fingerprints;
    private final OperationHeaders headers;

    Repeats(Fingerprints fingerprints, OperationHeaders headers) {
        this.fingerprints = fingerprints;
        this.headers = headers;
    }

    <T> T answer(OperationRow first, Change<T> change) {
        var context = RequestContext.current();
        context.became(first.outcome());
        context.standsIn(new LedgerEntry(first.id(), context.id()));
        headers.tell(first.id());
        if (first.fingerprint() == null || !fingerprints.matches(first.operation(), change, first.fingerprint())) {
            throw KeyTaken.byAnotherRequest();
        }
        return switch (first.outcome()) {
            case SENDING -> throw KeyTaken.whileSending(first.id());
            case UNKNOWN -> throw KeyTaken.withUnknownOutcome(first.id());
            case APPLIED, REJECTED -> replay(first, change, context);
            case NOT_SENT, NOT_APPLIED ->
                throw new IllegalStateException("operation " + first.id() + " should have given its key up");
        };
    }

    private <T> T replay(OperationRow first, Change<T> change, RequestContext context) {
        if (!StoredAnswer.isKnown(first.answer(), change)) {
            throw KeyTaken.withUnknownAnswer(first.id());
        }
        context.standsIn(new LedgerEntry(first.id(), first.requestId()));
        headers.tellReplay();
        return StoredAnswer.read(first.answer(), change);
    }
}
