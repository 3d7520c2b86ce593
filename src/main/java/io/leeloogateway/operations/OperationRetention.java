package io.leeloogateway.operations;

import io.leeloogateway.audit.ChangeAudit;
import io.leeloogateway.operations.dispatch.InstanceRepository;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Clears expired idempotency keys and deletes expired operations. */
@Component
class OperationRetention {

    private static final Logger log = LoggerFactory.getLogger(OperationRetention.class);
    private static final int BATCH = 5_000;

    private final JdbcClient database;
    private final InstanceRepository instances;
    private final OperationsProperties properties;
    private final Clock clock;

    /** An admin may resolve an operation until its row is deleted, so the audit log must keep the entry of the change as long. */
    OperationRetention(
            JdbcClient database,
            InstanceRepository instances,
            OperationsProperties properties,
            ChangeAudit audit,
            Clock clock) {
        if (properties.retention().compareTo(audit.minimumRetention()) > 0) {
            throw new IllegalArgumentException(
                    "gateway.audit.retention-months must keep audit entries for as long as gateway.operations.retention (%d days)"
                            .formatted(properties.retention().toDays()));
        }
        this.database = database;
        this.instances = instances;
        this.properties = properties;
        this.clock = clock;
    }

    void run() {
        var now = now();
        var keys = inBatches(this::clearKeys, now.minus(properties.idempotencyRetention()));
        var rows = inBatches(this::deleteRows, now.minus(properties.retention()));
        instances.deleteDead();
        log.debug("{} keys cleared, {} operations deleted", keys, rows);
    }

    /** The older of this replica's and the database's time: a clock that is ahead clears no key early. */
    private Instant now() {
        return database.sql("select least(clock_timestamp(), cast(:now as timestamptz)) as now")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> row.getTimestamp("now").toInstant())
                .single();
    }

    /** UUIDv7 ids are in the order of time, so an id serves as the limit. */
    private static int inBatches(ToIntFunction<UUID> work, Instant before) {
        var limit = UuidV7Generator.lowerBound(before);
        var total = 0;
        for (var last = BATCH; last == BATCH; total += last) {
            last = work.applyAsInt(limit);
        }
        return total;
    }

    /** An outcome that is unknown at this point stays unknown. */
    private int clearKeys(UUID before) {
        return database.sql("""
                        update operations set idempotency_key = null, key_active = false, fingerprint = null, response = null,
                            request = null, next_reconciliation_at = null
                        where id in (select id from operations where id < :before and fingerprint is not null
                            order by id limit :batch)""").param("before", before).param("batch", BATCH).update();
    }

    private int deleteRows(UUID before) {
        return database.sql("""
                        delete from operations
                        where id in (select id from operations where id < :before order by id limit :batch)""").param("before", before).param("batch", BATCH).update();
    }
}
