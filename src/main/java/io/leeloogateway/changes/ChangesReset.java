package io.leeloogateway.changes;

import io.leeloogateway.request.SandboxReset;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes all changes when the sandbox is reset, after the loads in flight. */
@Component
@Profile("sandbox")
class ChangesReset {

    private final JdbcClient database;

    ChangesReset(JdbcClient database) {
        this.database = database;
    }

    @Order
    @EventListener
    void reset(SandboxReset event) {
        database.sql("delete from changes").update();
    }
}
