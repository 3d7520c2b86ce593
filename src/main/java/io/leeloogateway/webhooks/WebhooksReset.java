package io.leeloogateway.webhooks;

import io.leeloogateway.request.SandboxReset;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes all events when the sandbox is reset, and frees their room. */
@Component
@Profile("sandbox")
class WebhooksReset {

    private final JdbcClient database;
    private final EventBudgets budgets;

    WebhooksReset(JdbcClient database, EventBudgets budgets) {
        this.database = database;
        this.budgets = budgets;
    }

    @EventListener
    void reset(SandboxReset event) {
        database.sql("delete from webhook_events").update();
        budgets.refill();
    }
}
