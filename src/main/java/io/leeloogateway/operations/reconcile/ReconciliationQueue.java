package io.leeloogateway.operations.reconcile;

import io.leeloogateway.operations.OperationRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The unknown operations, in the order of their next check. */
@Repository
class ReconciliationQueue {

    private final JdbcClient database;

    ReconciliationQueue(JdbcClient database) {
        this.database = database;
    }

    Optional<OperationRow> findDue(Instant now) {
        return database.sql("""
                        select %s from operations where outcome = 'unknown' and next_reconciliation_at <= :now and request is not null
                        order by next_reconciliation_at limit 1""".formatted(OperationRow.COLUMNS_WITH_REQUEST))
                .param("now", Timestamp.from(now))
                .query(OperationRow::of)
                .optional();
    }

    /** Records a check without a decision, and the time of the next check; null for no further check. */
    void postpone(UUID id, @Nullable Instant next, String evidence) {
        database.sql("""
                        update operations set next_reconciliation_at = :next, evidence = :evidence,
                            reconciliations = reconciliations + 1
                        where id = :id and outcome = 'unknown' and not erased""")
                .param("id", id)
                .param("next", next == null ? null : Timestamp.from(next))
                .param("evidence", evidence.replace("\0", ""))
                .update();
    }
}
