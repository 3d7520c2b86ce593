package io.leeloogateway.quota;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** How long a read waits for its turn: as long as one of its callers waits for it. */
@GatewayTest
class QuotaWaitingIntegrationTests {

    @Autowired
    private ApplicationContext gateway;

    @Autowired
    private JdbcClient database;

    @Autowired
    private RestTestClient http;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    private GatewayClient demo;

    @BeforeEach
    void reset() {
        demo = new GatewayClient("http://127.0.0.1:" + port, key);
        demo.resetAll();
    }

    @Test
    void readLeavesTheQueueWhenItsCallerHangsUp() throws IOException {
        pause(Duration.ofSeconds(5));
        try (var _ = open(request(PERSON))) {
            await().until(() -> QuotaFixtures.waiting(demo) == 1);
        }

        await().atMost(Duration.ofSeconds(3)).until(() -> QuotaFixtures.waiting(demo) == 0);
        assertThat(QuotaFixtures.pause(gateway)).isPositive();
        QuotaFixtures.reset(gateway);
        demo.get("/api/v1/tags");
        assertThat(demo.calls("/people")).isEmpty();
    }

    /** Leeloo gave the data after the wait, so that an entry with a short time-to-live is not stale when it is stored. */
    @ParameterizedTest
    @ValueSource(strings = {PERSON, "/api/v1/orders?limit=2", "/api/v1/people/64a0c3f000010000000fffff"})
    void ageBeginsAfterTheWait(String path) {
        pause(Duration.ofSeconds(4));

        var response = demo.get(path, "Request-Timeout", "10", "Cache-Control", "no-cache");
        var cached = demo.getWithCacheControl("max-age=2, only-if-cached", path);

        assertThat(cached.status()).isEqualTo(response.status()).isNotEqualTo(504);
    }

    @Test
    void readStaysInTheQueueForAnotherCaller() throws IOException {
        pause(Duration.ofSeconds(3));
        CompletableFuture<GatewayResponse> other;
        try (var _ = open(request(PERSON))) {
            await().until(() -> QuotaFixtures.waiting(demo) == 1);
            other = read("8");
        }

        assertThat(other.join().status()).isEqualTo(200);
        assertThat(demo.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void callerWaitsUntilItsOwnDeadlineForTheReadOfAnother() {
        pause(Duration.ofMillis(1500));
        var first = read("2");
        await().until(() -> QuotaFixtures.waiting(demo) == 1);
        var second = read("10");
        // No metric shows that the second read has joined the first one.
        await().pollDelay(Duration.ofMillis(500)).until(() -> QuotaFixtures.waiting(demo) == 1);
        pause(Duration.ofSeconds(3));

        assertThat(first.join().status()).isEqualTo(503);
        assertThat(first.join().header("Retry-After")).isNotNull();
        assertThat(second.join().status()).isEqualTo(200);
        assertThat(demo.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void readerDoesNotWaitInTheQueueOfAnotherClient() {
        var clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var other = new GatewayClient("http://127.0.0.1:" + port, clients.newKey(clients.newClient("people:read")));
        pause(Duration.ofSeconds(4));
        var reads = IntStream.rangeClosed(1, 20)
                .mapToObj(person ->
                        readOf(other, "/api/v1/people/64a0c3f00001000000000%03x".formatted(2 * person + 0x14)))
                .toList();
        await().until(() -> QuotaFixtures.waiting(demo) == 20);
        var last = readOf(other, PERSON);
        await().until(() -> QuotaFixtures.waiting(demo) == 21);

        var joined = readOf(demo, PERSON);

        assertThat(joined.join().status()).isEqualTo(200);
        assertThat(last.join().status()).isEqualTo(200);
        reads.forEach(CompletableFuture::join);
        assertThat(demo.calls("/people/")).hasSize(21);
        // Leeloo answers twelve reads of a client at once, in any order, and more come when some of them end together.
        assertThat(demo.calls("/people/").subList(0, 15))
                .as(String.join(
                        "\n",
                        demo.calls("/people/").stream().map(Object::toString).toList()))
                .anyMatch(call -> call.toString().contains(ANNA));
    }

    /** It does not take the wait of the first one for a call that hangs. */
    @Test
    void readerWhoJoinsAReadThatWaitsMakesNoCall() throws InterruptedException {
        pause(Duration.ofSeconds(3));
        demo.injectFault("slow-first-byte=600", 1, "/people");
        var first = read("10");
        await().until(() -> QuotaFixtures.waiting(demo) == 1);
        Thread.sleep(Duration.ofMillis(1500));

        var second = read("10");

        assertThat(first.join().status()).isEqualTo(200);
        assertThat(second.join().status()).isEqualTo(200);
        assertThat(demo.calls("/people/" + ANNA)).hasSize(1);
    }

    /** Otherwise reads of what somebody changes all the time need a call for each change, and wait for one another. */
    @ParameterizedTest
    @ValueSource(strings = {"", "no-cache"})
    void readJoinsALoadThatWaitsForItsTurnAlsoAfterAChange(String cacheControl) {
        pause(Duration.ofSeconds(4));
        var first = read("10");
        await().until(() -> QuotaFixtures.waiting(demo) == 1);
        demo.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"new@example.org\"}");
        raiseGeneration("PERSON " + ANNA);

        var second = demo.get(PERSON, "Request-Timeout", "10", "Cache-Control", cacheControl);

        assertThat(second.body()).contains("new@example.org");
        assertThat(first.join().body()).contains("new@example.org");
        assertThat(demo.calls("/people/" + ANNA).stream().filter(call -> call.startsWith("GET")))
                .hasSize(1);
    }

    /** As a change does that another instance makes. */
    private void raiseGeneration(String scope) {
        database.sql("""
                insert into cache_generations (scope, generation) values (?, nextval('cache_generation'))
                on conflict (scope) do update set generation = excluded.generation""").param(scope).update();
    }

    @Test
    void readAfterAChangeJoinsNoLoadThatHasAskedBefore() {
        demo.injectFault("slow-first-byte=1500", 1, "/people/" + ANNA);
        var first = read("10");
        await().until(() -> demo.calls("/people/" + ANNA).size() == 1);
        demo.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"new@example.org\"}");
        raiseGeneration("PERSON " + ANNA);

        var second = demo.get(PERSON, "Request-Timeout", "10");

        assertThat(second.body()).contains("new@example.org");
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(demo.calls("/people/" + ANNA).stream().filter(call -> call.startsWith("GET")))
                .hasSize(2);
    }

    private static CompletableFuture<GatewayResponse> readOf(GatewayClient client, String path) {
        return CompletableFuture.supplyAsync(
                () -> client.get(path, "Request-Timeout", "25"), Thread::startVirtualThread);
    }

    @Test
    void readWhoseTurnComesTooLateForAnAnswerIsToldWhenToTryAgain() {
        pause(Duration.ofMillis(1900));
        demo.injectFault("slow-first-byte=500", 1, "/people");

        var response = read("2").join();

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isNotNull();
    }

    @Test
    void nextRequestOfAConnectionIsNotLostWhileOneWaits() throws IOException {
        pause(Duration.ofSeconds(2));
        try (var socket = open(request(PERSON))) {
            await().until(() -> QuotaFixtures.waiting(demo) == 1);
            socket.getOutputStream()
                    .write(request("/api/v1/tags\nConnection: close").getBytes(StandardCharsets.US_ASCII));

            var responses = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(responses.split("HTTP/1.1 200", -1)).hasSize(3);
        }
    }

    private void pause(Duration pause) {
        QuotaFixtures.pause(gateway, pause);
    }

    private CompletableFuture<GatewayResponse> read(String seconds) {
        return CompletableFuture.supplyAsync(() -> demo.get(PERSON, "Request-Timeout", seconds));
    }

    private Socket open(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private String request(String path) {
        var target = path.split("\n", 2);
        var headers = target.length == 1 ? "" : target[1] + "\n";
        return "GET %s HTTP/1.1\nHost: localhost\nAuthorization: Bearer %s\n%s\n"
                .formatted(target[0], key, headers)
                .replace("\n", "\r\n");
    }
}
