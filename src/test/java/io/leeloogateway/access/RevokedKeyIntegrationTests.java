package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.quota.QuotaFixtures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"scopes\":[\"tags:read\"]} | 403",
                "{\"networks\":[\"10.0.0.0/8\"]} | 401",
                "{\"state\":\"frozen\"} | 401"
            })
    void waitingChangeIsNotSentWithoutTheAccessOfItsClient(String clientChange, int status) {
        var id = clients.newClient("people:write", "tags:read");
        var key = clients.newKey(id);
        QuotaFixtures.pause(gateway, Duration.ofSeconds(4));
        var change = CompletableFuture.supplyAsync(() -> comment(key), threads);
        await().until(() -> QuotaFixtures.waiting(demo) == 1);

        clients.patch(TestClients.CLIENTS + "/" + id, JsonMapper.shared().readTree(clientChange));

        assertThat(change.join().status()).isEqualTo(status);
        assertThat(change.join().outcome()).isEqualTo("not_sent");
        assertThat(demo.calls("/people")).isEmpty();
    }

    /** The key is valid when the head of the request comes, and no longer when the body is complete. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /api/v1/people/64a0c3f00001000000000002/comments | {\"text\":\"Called\"}",
                "PUT /leeloo/api/v2/people/64a0c3f00001000000000002/add-comment | {\"comment\":\"Called\"}",
                "POST /api/v1/clients | {\"name\":\"late\",\"owner\":\"o\",\"purpose\":\"p\",\"scopes\":[\"admin\"]}"
            })
    void changeWhoseBodyComesAfterTheRevocationHasNoEffect(String route, String body) throws IOException {
        var id = clients.newClient("people:write", "admin");
        var key = clients.newKey(id);
        var before = remaining(key);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var head =
                    "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                            .formatted(route, key, body.length());
            socket.getOutputStream().write((head + body.substring(0, 5)).getBytes(StandardCharsets.US_ASCII));
            awaitAnotherRequest(key, before);
            clients.delete(TestClients.keyPath(id, key));

            socket.getOutputStream().write(body.substring(5).getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 401");
        }
        assertThat(demo.calls("/people")).isEmpty();
        assertThat(demo.get("/api/v1/clients?q=late").body()).doesNotContain("\"late\"");
    }

    /** Each look takes one request of the key's limit, too. */
    private void awaitAnotherRequest(String key, int before) {
        var looks = new AtomicInteger();
        await().until(() -> before - remaining(key) > looks.incrementAndGet());
    }

    private int remaining(String key) {
        var limit = client(key).get("/api/v1/me").header("RateLimit");
        return Integer.parseInt(limit.replaceFirst(".*\\br=(\\d+).*", "$1"));
    }

    private GatewayResponse comment(String key) {
        return client(key)
                .send("POST", GatewayClient.PERSON + "/comments", "{\"text\": \"Called\"}", "Request-Timeout", "20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"state\":\"frozen\"}", "{\"scopes\":[\"tags:read\"]}", "{\"networks\":[\"10.0.0.0/8\"]}"})
    void streamEndsWithTheAccessOfItsClient(String clientChange) {
        var id = clients.newClient("sync:run", "tags:read");
        var key = clients.newKey(id);
        var run =
                demo.send("POST", "/api/v1/sync-runs", "{\"kind\":\"people\"}").header("Location");
        var stream = CompletableFuture.supplyAsync(() -> client(key).get(run, "Accept", "text/event-stream"));
        await().during(Duration.ofSeconds(1)).until(() -> !stream.isDone());

        clients.patch(TestClients.CLIENTS + "/" + id, JsonMapper.shared().readTree(clientChange));

        await().until(stream::isDone);
        assertThat(stream.join().status()).isEqualTo(200);
        demo.send("DELETE", run, "");
    }

    private GatewayClient client(String key) {
        return new GatewayClient("http://127.0.0.1:" + port, key);
    }
}
