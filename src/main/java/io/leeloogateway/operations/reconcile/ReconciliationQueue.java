package io.leeloogateway.operations.reconcile;

import io.leeloogateway.operations.OperationRow;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The changes that nobody knows the outcome of. */
@Repository
class ReconciliationQueue {

    private final JdbcClient database;

    ReconciliationQueue(JdbcClient database) {
        this.database = database;
    }

    /** Which is to be looked for next. */
    Optional<OperationRow> next(Instant now) {
        return database.sql("""
                        select * from operations where outcome = 'unknown' and next_look_at <= :now and request is not null
                        order by next_look_at limit 1""")
                .param("now", Timestamp.from(now))
                .query(OperationRow::of)
                .optional();
    }

    /** Notes that a look settled nothing, and when to look again, if ever. */
    void postpone(UUID id, @Nullable Instant next, String evidence) {
        database.sql("""
                        update operations set next_look_at = :next, evidence = :evidence, looks = looks + 1
                        where id = :id and outcome = 'unknown'""")
                .param("id", id)
                .param("next", next == null ? null : Timestamp.from(next))
                .param("evidence", evidence.replace("\0", ""))
                .update();
    }
}
