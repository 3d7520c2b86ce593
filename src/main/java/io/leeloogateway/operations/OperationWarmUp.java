package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.leeloo.change.AddTag;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.operations.idempotency.RequestFingerprint;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.PoolRehearsal;
import io.leeloogateway.request.UuidV7Generator;
import io.leeloogateway.request.WarmUp;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Records a change and its outcome. */
@Component
class OperationWarmUp implements WarmUp {

    private static final String NAME = "warm-up";
    private static final String NO_ID = "0".repeat(24);

    private final OperationStore operations;
    private final ChangeAudit audit;
    private final RequestFingerprint fingerprints;
    private final PoolRehearsal connections;
    private final UuidV7Generator ids;
    private final Clock clock;

    OperationWarmUp(
            OperationStore operations,
            ChangeAudit audit,
            RequestFingerprint fingerprints,
            @Qualifier(OperationsDataSourceConfiguration.NAME) HikariDataSource database,
            UuidV7Generator ids,
            Clock clock) {
        this.operations = operations;
        this.audit = audit;
        this.fingerprints = fingerprints;
        this.connections = new PoolRehearsal(database);
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String step() {
        return "record of a change";
    }

    @Override
    public Duration budget() {
        return RecordingLimit.LIMIT.dividedBy(5);
    }

    @Override
    public Duration rehearse() {
        return connections.undoneOnEachConnection(() -> operations.rehearse(
                newOperation(), OperationResult.of(Outcome.APPLIED, 204, OperationResult.GATEWAY, null)));
    }

    private NewOperation newOperation() {
        var id = ids.next();
        var change = new AddTag(NO_ID, NO_ID);
        return new NewOperation(
                id,
                NAME,
                NAME,
                Repetition.ofKey(new IdempotencyKey(id.toString())),
                fingerprints.of(NAME, change),
                change,
                Set.of(NAME + " " + id),
                NAME,
                clock.instant(),
                Deadline.after(Duration.ZERO),
                audit.prepareWarmUp(id));
    }
}
