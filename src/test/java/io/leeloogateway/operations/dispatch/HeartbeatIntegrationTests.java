package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.SecondGateway;
import io.leeloogateway.operations.OperationsTest;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@OperationsTest
class HeartbeatIntegrationTests {

    @Autowired
    InstanceId instance;

    @Autowired
    OrphanRecovery orphans;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Test
    void heartbeatStartsWhileTheDatabaseIsDown() {
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

    /** The change takes longer than the time after which an instance is dead, and another instance watches. */
    @Test
    @Tag("acceptance")
    void drainingInstanceKeepsItsHeartbeat() {
        var client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        var second = SecondGateway.start(
                "--test.database=operations",
                "--gateway.leeloo.base-url=" + client.address() + "/sandbox/leeloo/api/v2");
        var requestId = "r-" + UUID.randomUUID();
        client.send("POST", "/sandbox/faults", """
                {"kind": "hang-after-apply=9000", "calls": 1, "path": "/people/%s/add-comment"}""".formatted(ChangeClient.ANNA));
        var response = CompletableFuture.supplyAsync(() ->
                client.at(second.address()).comment("Called", "X-Request-Id", requestId, "Request-Timeout", "20"));
        await().until(() -> client.changesSentToLeeloo(requestId) == 1);

        second.close();

        assertThat(response.join().status()).isEqualTo(201);
        assertThat(client.operation(response.join().operationId())
                        .json()
                        .path("history")
                        .valueStream()
                        .map(step -> step.path("outcome").asString()))
                .containsExactly("sending", "applied");
    }
}
