package io.leeloogateway.operations;

import io.leeloogateway.operations.dispatch.InFlightChanges;
import io.leeloogateway.request.SandboxReset;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes all operations and their idempotency keys when the sandbox is reset. */
@Component
@Profile("sandbox")
class OperationsReset {

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final InFlightChanges changes;

    OperationsReset(JdbcClient database, InFlightChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    /** A change in flight still records its outcome and invalidates cache entries. */
    @Order(1)
    @EventListener
    void reset(SandboxReset event) {
        changes.awaitNone(MAX_WAIT);
        database.sql("delete from operations").update();
    }
}
