package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.operations.dispatch.InstanceRepository;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Forgets in time: first what a key stands for, much later that there was a change at all. */
@Component
class OperationRetention {

    private static final Logger log = LoggerFactory.getLogger(OperationRetention.class);
    private static final int BATCH = 5_000;

    private final ExpiredOperations rows;
    private final InstanceRepository owners;
    private final OperationsProperties properties;
    private final Clock clock;

    /** As long as a change can be settled, its entry is there to be added to. */
    OperationRetention(
            ExpiredOperations rows,
            InstanceRepository owners,
            OperationsProperties properties,
            ChangeAudit changeAudit,
            Clock clock) {
        if (properties.retention().compareTo(changeAudit.minimumRetention()) > 0) {
            throw new IllegalArgumentException(
                    "gateway.audit.retention-months must keep the diary for as long as gateway.operations.retention (%d days)"
                            .formatted(properties.retention().toDays()));
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
            last = rows.clearKeys(UuidV7Generator.first(now.minus(properties.idempotencyRetention())), BATCH);
        }
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = rows.delete(UuidV7Generator.first(now.minus(properties.retention())), BATCH);
        }
        owners.forgetTheLongDead();
        log.debug("{} keys cleared, {} operations deleted", keys, deleted);
    }
}
