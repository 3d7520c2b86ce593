package io.leeloogateway.sync;

import io.leeloogateway.request.SandboxReset;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes all runs when the sandbox is reset. */
@Component
@Profile("sandbox")
class SyncReset {

    private final JdbcClient database;

    SyncReset(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void reset(SandboxReset event) {
        List.of("sync_runs", "sync_entries")
                .forEach(table -> database.sql("delete from " + table).update());
    }
}
