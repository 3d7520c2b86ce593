package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.operations.OperationTableRows;
import io.leeloogateway.operations.OperationsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OperationsTest
class OrphanRecoveryIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    InstanceId instance;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    OperationTableRows rows;

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        rows = new OperationTableRows(database);
    }

    @Test
    void operationOfADeadInstanceBecomesUnknown() {
        var id = rows.sending("demo", UUID.randomUUID(), Instant.now());

        var operation = awaitOutcome(id, "unknown");

        assertThat(operation.json().at("/history/1/by").asString()).isEqualTo("gateway");
        assertThat(operation.text("evidence")).isNotEmpty();
        assertThat(operation.json().path("idempotencyKey").isNull()).isFalse();
    }

    @Test
    void operationOfAnInstanceWithoutHeartbeatBecomesUnknown() {
        var frozen = UUID.randomUUID();
        database.sql("insert into gateway_instances values (?, clock_timestamp() - interval '3 seconds')")
                .param(frozen)
                .update();

        var id = rows.sending("demo", frozen, Instant.now());

        awaitOutcome(id, "unknown");
    }

    @Test
    void operationOfThisInstanceThatIsNotInFlightBecomesNotSent() {
        var id = rows.sending("demo", instance.id(), Instant.now());

        var operation = awaitOutcome(id, "not_sent");

        assertThat(operation.json().path("status").asInt()).isEqualTo(503);
    }

    @Test
    void operationOfALivingInstanceStaysSending() {
        var alive = UUID.randomUUID();
        database.sql("insert into gateway_instances values (?, clock_timestamp() + interval '1 minute')")
                .param(alive)
                .update();
        var id = rows.sending("demo", alive, Instant.now());
        var dead = rows.sending("demo", UUID.randomUUID(), Instant.now());

        awaitOutcome(dead, "unknown");

        assertThat(client.outcome(id.toString())).isEqualTo("sending");
    }

    private GatewayResponse awaitOutcome(UUID id, String outcome) {
        await().atMost(Duration.ofSeconds(8))
                .until(() -> client.outcome(id.toString()).equals(outcome));
        return client.operation(id.toString());
    }
}
