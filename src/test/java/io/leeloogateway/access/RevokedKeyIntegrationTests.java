package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.quota.QuotaFixtures;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
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

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private TestClients clients;
    private GatewayClient demo;

    @BeforeEach
    void reset() {
        clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        demo = client(demoKey);
        demo.resetAll();
    }

    /** More changes than one client may have at Leeloo: each gives its turn to the next. */
    @Test
    void waitingChangesAreNotSent() {
        var id = clients.newClient("people:write");
        var revoked = clients.newKey(id);
        var usable = clients.newKey(id);
        QuotaFixtures.pause(gateway, Duration.ofSeconds(4));
        var changes = IntStream.range(0, 7)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> comment(revoked), threads))
                .toList();
        await().until(() -> QuotaFixtures.waiting(demo) == 7);

        clients.delete(TestClients.keyPath(id, revoked));

        assertThat(changes).map(CompletableFuture::join).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.outcome()).isEqualTo("not_sent");
        });
        assertThat(demo.calls("/people")).isEmpty();
        assertThat(comment(usable).status()).isEqualTo(201);
    }

    private GatewayResponse comment(String key) {
        return client(key)
                .send("POST", GatewayClient.PERSON + "/comments", "{\"text\": \"Called\"}", "Request-Timeout", "20");
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
