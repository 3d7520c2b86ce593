package io.leeloogateway.operations;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the ledger whose time is over, a batch at a time. */
@Repository
class ExpiredOperations {

    private final JdbcClient database;

    ExpiredOperations(JdbcClient database) {
        this.database = database;
    }

    /** A change whose outcome nobody found out until then stays unknown. */
    int clearKeys(UUID before, int batch) {
        return database.sql("""
                        update operations set idempotency_key = null, holds_key = false, fingerprint = null, answer = null,
                            request = null, next_look_at = null
                        where id in (select id from operations where id < :before and fingerprint is not null
                            order by id limit :batch)""").param("before", before).param("batch", batch).update();
    }

    int delete(UUID before, int batch) {
        return database.sql("""
                        delete from operations
                        where id in (select id from operations where id < :before order by id limit :batch)""").param("before", before).param("batch", batch).update();
    }
}
