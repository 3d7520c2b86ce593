package io.leeloogateway.operations;

import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Runs the jobs on their schedule; other tests disable them. */
@GatewayTest
@TestPropertySource(
        properties = {
            "test.database=jobs",
            "db-scheduler.enabled=true",
            "db-scheduler.polling-interval=100ms",
            "gateway.operations.reconciliations-per-minute=60"
        })
class JobsIntegrationTests {

    @Autowired
    JdbcClient database;

    OperationTableRows rows;

    @BeforeEach
    void awaitFirstRuns() {
        rows = new OperationTableRows(database);
        await().atMost(Duration.ofSeconds(15))
                .until(() -> succeeded("operations-retention") && succeeded("operations-reconciler"));
    }

    @Test
    void reconcilerRunsOnItsSchedule() {
        var lost = rows.sending("demo", UUID.randomUUID(), Instant.now());

        await().atMost(Duration.ofSeconds(8))
                .until(() ->
                        String.valueOf(rows.row(lost.toString()).evidence()).contains("no trace"));
    }

    @Test
    void retentionRunsOnItsSchedule() {
        var old = rows.sending("demo", UUID.randomUUID(), Instant.now().minus(Duration.ofDays(91)));

        database.sql("update scheduled_tasks set execution_time = now() where task_name = 'operations-retention'")
                .update();

        await().atMost(Duration.ofSeconds(8)).until(() -> !rows.exists(old));
    }

    private boolean succeeded(String job) {
        return database.sql("""
                        select count(*) = 1 and count(last_success) = 1 from scheduled_tasks where task_name = ?""").param(job).query(Boolean.class).single();
    }
}
