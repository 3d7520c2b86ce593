package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeDiary;
import io.leeloogateway.leeloo.AddTag;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.TimeOrderedIds;
import io.leeloogateway.request.WarmUp;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes a change down and takes it back: a ledger that is still cold may miss the half second that changes wait for it. */
@Component
class LedgerWarmUp implements WarmUp {

    private static final String NAME = "warm-up";
    private static final String NOBODY = "0".repeat(24);

    private final Ledger ledger;
    private final ChangeDiary diary;
    private final TimeOrderedIds ids;
    private final Clock clock;

    LedgerWarmUp(Ledger ledger, ChangeDiary diary, TimeOrderedIds ids, Clock clock) {
        this.ledger = ledger;
        this.diary = diary;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void rehearse() {
        var id = ids.next();
        var change = new AddTag(NOBODY, NOBODY);
        ledger.rehearse(new Beginning(
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
                diary.rehearsal(id)));
    }
}
