package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeDiary;
import io.leeloogateway.request.TimeOrderedIds;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets in time: first what a key stands for, much later that there was a change at all. */
@Component
class Sweep {

    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 5_000;

    private final OldRows rows;
    private final Owners owners;
    private final OperationsProperties properties;
    private final Clock clock;

    /** As long as a change can be settled, its entry is there to be added to. */
    Sweep(OldRows rows, Owners owners, OperationsProperties properties, ChangeDiary diary, Clock clock) {
        if (properties.keepRows().compareTo(diary.kept()) > 0) {
            throw new IllegalArgumentException(
                    "gateway.audit.retention-months must keep the diary for as long as gateway.operations.keep-rows (%d days)"
                            .formatted(properties.keepRows().toDays()));
        }
        this.rows = rows;
        this.owners = owners;
        this.properties = properties;
        this.clock = clock;
    }

    void run() {
        var now = clock.instant();
        var keys = 0;
        var deleted = 0;
        for (var last = BATCH; last == BATCH; keys += last) {
            last = rows.clearKeys(TimeOrderedIds.first(now.minus(properties.keepKeys())), BATCH);
        }
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = rows.delete(TimeOrderedIds.first(now.minus(properties.keepRows())), BATCH);
        }
        owners.forgetTheLongDead();
        log.debug("{} keys cleared, {} operations deleted", keys, deleted);
    }
}
