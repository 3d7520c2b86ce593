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

/** Writes a change down and takes it back: a ledger that is still cold may miss the half second that changes wait for it. */
@Component
class OperationWarmUp implements WarmUp {

    private static final String NAME = "warm-up";
    private static final String NOBODY = "0".repeat(24);

    private final OperationRepository ledger;
    private final ChangeAudit changeAudit;
    private final UuidV7Generator ids;
    private final Clock clock;

    OperationWarmUp(OperationRepository ledger, ChangeAudit changeAudit, UuidV7Generator ids, Clock clock) {
        this.ledger = ledger;
        this.changeAudit = changeAudit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void rehearse() {
        var id = ids.next();
        var change = new AddTag(NOBODY, NOBODY);
        ledger.rehearse(new NewOperation(
                id,
                NAME,
                NAME,
                null,
                NAME,
                change,
                Set.of(NAME),
                NAME,
                clock.instant(),
                Deadline.after(Duration.ZERO),
                changeAudit.prepareWarmUp(id)));
    }
}
