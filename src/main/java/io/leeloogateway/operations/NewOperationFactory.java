package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.idempotency.RequestFingerprint;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Creates the operation of a change from the current request. */
@Component
class NewOperationFactory {

    /** Counted from before the commit of the operation, so that no pause in between delays the send further. */
    private static final Duration MAX_SEND_DELAY = Duration.ofSeconds(2);

    private final RequestFingerprint fingerprints;
    private final UuidV7Generator ids;
    private final ChangeAudit audit;
    private final Clock clock;

    NewOperationFactory(RequestFingerprint fingerprints, UuidV7Generator ids, ChangeAudit audit, Clock clock) {
        this.fingerprints = fingerprints;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
    }

    NewOperation create(Change<?> change, Repetition repetition) {
        var context = RequestContext.current();
        var action = context.route().map(MatchedRoute::action).orElseThrow();
        var id = ids.next();
        return new NewOperation(
                id,
                context.caller().orElseThrow().clientId(),
                action,
                repetition,
                fingerprints.of(action, change),
                change,
                change.invalidations(),
                context.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                sendDeadline(context.deadline()),
                audit.prepare(id, ChangedFields.of(change), ChangedFields.targetOf(change)));
    }

    private static Deadline sendDeadline(Deadline ofRequest) {
        var remaining = ofRequest.remaining();
        return Deadline.after(remaining.compareTo(MAX_SEND_DELAY) < 0 ? remaining : MAX_SEND_DELAY);
    }
}
