package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.UuidV7Generator;
import io.leeloogateway.request.WarmUp;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rehearses the record of a change: on cold connections the first change may miss its limit of half a second. */
@Component
class OperationWarmUp implements WarmUp {

    private static final String NAME = "warm-up";
    private static final String NO_ID = "0".repeat(24);

    private final OperationStore operations;
    private final ChangeAudit audit;
    private final UuidV7Generator ids;
    private final Clock clock;

    OperationWarmUp(OperationStore operations, ChangeAudit audit, UuidV7Generator ids, Clock clock) {
        this.operations = operations;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void warmUp() {
        var id = ids.next();
        operations.rehearse(new NewOperation(
                id,
                NAME,
                NAME,
                null,
                NAME,
                new AddTag(NO_ID, NO_ID),
                Set.of(NAME),
                NAME,
                clock.instant(),
                Deadline.after(Duration.ZERO),
                audit.prepareWarmUp(id)));
    }
}
