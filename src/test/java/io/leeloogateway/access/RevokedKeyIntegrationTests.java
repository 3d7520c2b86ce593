package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.quota.QuotaFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

/** A revoked key ends what its requests still wait for. */
@GatewayTest
class RevokedKeyIntegrationTests {

    @Autowired
    private ApplicationContext gateway;

    @Autowired
    private RestTestClient http;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private TestClients clients;
    private GatewayClient demo;

    @BeforeEach
    void reset() {
        clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        demo = client(demoKey);
        demo.resetAll();
    }

    @Test
    void waitingChangeIsNotSent() {
        var id = clients.newClient("people:write");
        var key = clients.newKey(id);
        QuotaFixtures.pause(gateway, Duration.ofSeconds(4));
        var change = CompletableFuture.supplyAsync(() -> client(key)
                .send("POST", GatewayClient.PERSON + "/comments", "{\"text\": \"Called\"}", "Request-Timeout", "20"));
        await().until(() -> QuotaFixtures.waiting(demo) == 1);

        clients.delete(TestClients.keyPath(id, key));

        var refused = change.join();
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.outcome()).isEqualTo("not_sent");
        assertThat(demo.calls("/people")).isEmpty();
        assertThat(demo.send("POST", GatewayClient.PERSON + "/comments", "{\"text\": \"Called\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void frozenClientsStreamEnds() {
        var id = clients.newClient("sync:run");
        var key = clients.newKey(id);
        var run =
                demo.send("POST", "/api/v1/sync-runs", "{\"kind\":\"people\"}").header("Location");
        var stream = CompletableFuture.supplyAsync(() -> client(key).get(run, "Accept", "text/event-stream"));
        await().during(Duration.ofSeconds(1)).until(() -> !stream.isDone());

        clients.patch(TestClients.CLIENTS + "/" + id, Map.of("state", "frozen"));

        await().until(stream::isDone);
        assertThat(stream.join().status()).isEqualTo(200);
        demo.send("DELETE", run, "");
    }

    private GatewayClient client(String key) {
        return new GatewayClient("http://127.0.0.1:" + port, key);
    }
}
