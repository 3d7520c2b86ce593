package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.RawClient;
import io.leeloogateway.fixtures.RawReply;
import io.leeloogateway.fixtures.SecondGateway;
import io.leeloogateway.operations.OperationTableRows;
import io.leeloogateway.operations.OperationsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OperationsTest
class HeartbeatIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    InstanceId instance;

    @Autowired
    OrphanRecovery orphans;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Test
    void whatADeadInstanceSentIsUnknown() {
        var id = new OperationTableRows(database).sending("demo", UUID.randomUUID(), Instant.now());

        var found = becomes(id, "unknown");

        assertThat(found.json().at("/history/1/by").asString()).isEqualTo("gateway");
        assertThat(found.text("evidence")).isNotEmpty();
        assertThat(found.json().path("idempotencyKey").isNull()).isFalse();
    }

    @Test
    void whatAnInstanceSentThatStoppedBeatingIsUnknown() {
        var frozen = UUID.randomUUID();
        database.sql("insert into gateway_instances values (?, clock_timestamp() - interval '3 seconds')")
                .param(frozen)
                .update();

        var id = new OperationTableRows(database).sending("demo", frozen, Instant.now());

        becomes(id, "unknown");
    }

    @Test
    void whatThisInstanceDoesNotHaveInHandWasNotSent() {
        var id = new OperationTableRows(database).sending("demo", instance.id(), Instant.now());

        var found = becomes(id, "not_sent");

        assertThat(found.json().path("status").asInt()).isEqualTo(503);
    }

    @Test
    void whatALivingInstanceSendsIsLeftAlone() {
        var alive = UUID.randomUUID();
        database.sql("insert into gateway_instances values (?, clock_timestamp() + interval '1 minute')")
                .param(alive)
                .update();
        var id = new OperationTableRows(database).sending("demo", alive, Instant.now());
        var dead = new OperationTableRows(database).sending("demo", UUID.randomUUID(), Instant.now());

        becomes(dead, "unknown");

        assertThat(client().outcome(id.toString())).isEqualTo("sending");
    }

    @Test
    void itStartsWhileTheDatabaseIsAway() {
        try (var nowhere = new HikariDataSource()) {
            nowhere.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/none");
            nowhere.setInitializationFailTimeout(-1);
            nowhere.setConnectionTimeout(250);
            var heartbeat = new Heartbeat(instance, new InstanceRepository(nowhere), orphans);

            heartbeat.start();

            assertThat(heartbeat.isRunning()).isTrue();
            heartbeat.stop();
        }
    }

    /** Its change takes longer than an instance may be silent, and another one watches. */
    @Test
    void anInstanceThatDrainsStillLives() {
        var second = SecondGateway.start(
                "--test.database=operations",
                "--gateway.leeloo.base-url=" + client().address() + "/sandbox/leeloo/api/v2");
        var requestId = "r-" + UUID.randomUUID();
        client().send("POST", "/sandbox/faults", """
                {"kind": "hang-after-apply=9000", "calls": 1, "path": "/people/%s/add-comment"}""".formatted(RawClient.ANNA));
        var answer = CompletableFuture.supplyAsync(() ->
                client().at(second.address()).comment("Called", "X-Request-Id", requestId, "Request-Timeout", "20"));
        await().until(() -> client().changesAtLeeloo(requestId) == 1);

        second.close();

        assertThat(answer.join().status()).isEqualTo(201);
        assertThat(client().operation(answer.join().operationId())
                        .json()
                        .path("history")
                        .valueStream()
                        .map(step -> step.path("outcome").asString()))
                .containsExactly("sending", "applied");
    }

    private RawReply becomes(UUID id, String outcome) {
        await().atMost(Duration.ofSeconds(8))
                .until(() -> client().outcome(id.toString()).equals(outcome));
        return client().operation(id.toString());
    }

    private RawClient client() {
        return new RawClient("http://127.0.0.1:" + port, demoKey);
    }
}
