package io.leeloogateway.quota;

import io.leeloogateway.request.SandboxReset;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets the calls of the last minute when the sandbox is reset. The new version lets a concurrent update begin again. */
@Component
@Profile("sandbox")
class QuotaReset {

    private final JdbcClient database;

    QuotaReset(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void reset(SandboxReset event) {
        database.sql("update quota_ledger set version = version + 1, state = ''")
                .update();
    }
}
