package io.leeloogateway.operations.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.operations.OperationsTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@OperationsTest
class IdempotencyIntegrationTests {

    private static final String ANNA = ChangeClient.ANNA;
    private static final String CHANNEL = ChangeClient.CHANNEL;
    private static final String UNKNOWN_ID = "64a0c3f00001ffffffffffff";
    private static final String TAGS = "/people/" + ANNA + "/tags/64a0c3f0000300000000000";
    private static final String ORDER = "64a0c3f0000b000000000001";
    private static final String NEW_ORDER = """
            {"personId": "%s", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001"}""".formatted(ANNA);
    private static final String CALL = """
            {"userId": "64a0c3f00005000000000001", "channelId": "%s", "from": "+12025550100", "to": "+12025550101", \
            "date": "2026-01-13T08:20:37Z", "status": "SUCCESS", "duration": 61, "type": "INBOUND"}""".formatted(CHANNEL);
    private static final String IMPORT = """
            {"people": [{"name": "Eva", "email": "eva@example.org", "phone": "+12025550142"}], \
            "connectionId": "64a0c3f00004000000000005"}""";

    @Autowired
    RestTestClient http;

    @LocalServerPort
    int port;

    TestClients callers;
    String clientId;
    ChangeClient client;
    String key;
    String requestId;

    @BeforeEach
    void createClient() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        clientId = callers.newClient(
                "people:write", "orders:write", "messages:send", "channels:write", "tunnels:write", "calls:write");
        client = new ChangeClient("http://127.0.0.1:" + port, callers.newKey(clientId));
        key = UUID.randomUUID().toString();
        requestId = "r-" + UUID.randomUUID();
    }

    /** Somebody decided too early, which released the key. */
    @Test
    void repeatAfterALateResponseIsAReplay() {
        var lost = client.comment(
                "Called", "Idempotency-Key", key, "Request-Timeout", "1", "X-Sandbox-Fault", "hang-after-apply=3000");
        assertThat(lost.status()).isEqualTo(504);
        var resolved = client.with(GatewayTest.BOOTSTRAP_ADMIN_KEY)
                .send(
                        "PATCH",
                        "/operations/" + lost.operationId(),
                        "{\"outcome\": \"not_applied\", \"evidence\": \"not seen\"}");
        assertThat(resolved.status()).as(resolved.body()).isEqualTo(200);
        Awaitility.await().until(() -> client.outcome(lost.operationId()).equals("applied"));

        var repeat = client.comment("Called", "X-Request-Id", requestId, "Idempotency-Key", key);

        assertThat(repeat.isReplay()).as(repeat.body()).isTrue();
        assertThat(repeat.operationId()).isEqualTo(lost.operationId());
        assertThat(client.changesSentToLeeloo(requestId)).isZero();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                arguments("POST", "/channels/" + CHANNEL + "/template-messages", """
                        {"templateId": "64a0c3f0000a000000000001", "variables": {"name": "Anna"}}""", 202),
                arguments("POST", "/channels/" + CHANNEL + "/messages", "{\"text\": \"Hello\"}", 202),
                arguments("POST", "/channels/" + CHANNEL + "/subscriptions", """
                        {"tunnelId": "64a0c3f00006000000000001", "blockId": "64a0c3f00007000000000001"}""", 202),
                arguments(
                        "POST",
                        "/lead-generation-tools/64a0c3f00008000000000001/traffic-sources",
                        "{\"name\": \"Spring\"}",
                        201),
                arguments("POST", "/orders", NEW_ORDER, 201),
                arguments("PATCH", "/orders/" + ORDER, "{\"status\": \"RESOLVED\"}", 204),
                arguments("POST", "/people", "{\"name\": \"Eva\", \"phone\": \"+12025550143\"}", 201),
                arguments("PATCH", "/people/" + ANNA, "{\"email\": \"anna@example.org\"}", 204),
                arguments("POST", "/people/sms-imports", IMPORT, 202),
                arguments("POST", "/people/" + ANNA + "/comments", "{\"text\": \"Called\"}", 201),
                arguments("PUT", TAGS + "3", "", 204),
                arguments("DELETE", TAGS + "3", "", 204),
                arguments("POST", "/calls", CALL, 201));
    }

    static Stream<Arguments> rejections() {
        return Stream.of(
                arguments("POST", "/people", "{\"name\": \"Eva\", \"phone\": \"+12025550143\"}", 422, "error-200"),
                arguments("PATCH", "/people/" + ANNA, "{\"phone\": \"+12025550143\"}", 422, "error-400"),
                arguments("PUT", TAGS.replace(ANNA, UNKNOWN_ID) + "3", "", 404, "none"),
                arguments("POST", "/channels/" + UNKNOWN_ID + "/messages", "{\"text\": \"Hello\"}", 404, "none"),
                arguments("POST", "/orders", NEW_ORDER.replace(ANNA, UNKNOWN_ID), 422, "none"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void repeatIsReplayedWithoutASecondSend(String method, String path, String body, int status) {
        var first = send(method, path, body);
        var again = send(method, path, body);

        assertThat(first.status()).as(first.body()).isEqualTo(status);
        assertThat(first.isReplay()).isFalse();
        assertThat(first.operationId()).isNotEmpty();
        assertReplayed(first, again);
        assertThat(client.outcome(first.operationId())).isEqualTo("applied");
    }

    /** Nothing was applied, and the same request succeeds once the token is replaced. */
    @ParameterizedTest
    @MethodSource("changes")
    void keyIsFreeAfterLeelooRejectedTheToken(String method, String path, String body, int status) {
        var first = send(method, path, body, "X-Sandbox-Fault", "error-401");
        var again = send(method, path, body);

        assertThat(first.status()).as(first.body()).isEqualTo(503);
        assertThat(first.text("type")).isEqualTo("/problems/leeloo-credentials");
        assertThat(first.text("outcome")).isEqualTo("rejected");
        assertThat(again.status()).as(again.body()).isEqualTo(status);
        assertThat(again.isReplay()).isFalse();
        assertThat(client.outcome(again.operationId())).isEqualTo("applied");
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void rejectionIsReplayed(String method, String path, String body, int status, String fault) {
        var first = send(method, path, body, "X-Sandbox-Fault", fault);
        var again = client.send(method, path, body, "Idempotency-Key", key, "X-Request-Id", "another-" + requestId);

        assertThat(first.status()).as(first.body()).isEqualTo(status);
        assertThat(first.text("outcome")).isEqualTo("rejected");
        assertThat(first.text("requestId")).isEqualTo(requestId);
        assertThat(first.text("operationId")).isEqualTo(first.operationId());
        assertReplayed(first, again);
        assertThat(client.changesSentToLeeloo("another-" + requestId)).isZero();
    }

    private void assertReplayed(GatewayResponse first, GatewayResponse again) {
        assertThat(again.replayedParts()).isEqualTo(first.replayedParts());
        assertThat(again.isReplay()).isTrue();
        assertThat(again.operationId()).isEqualTo(first.operationId());
        assertThat(client.changesSentToLeeloo(requestId)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST|/people/64a0c3f00001000000000002/comments|{\"text\": \"Another\"}",
                "POST|/people/64a0c3f00001000000000004/comments|{\"text\": \"Called\"}",
                "POST|/channels/64a0c3f00001000000000003/messages|{\"text\": \"Called\"}",
                "PUT|/people/64a0c3f00001000000000002/tags/64a0c3f00003000000000003|{}"
            })
    void keyReusedForAnotherRequestIsRejected(String method, String path, String body) {
        var first = send("POST", "/people/" + ANNA + "/comments", "{\"text\": \"Called\"}");

        var other = client.send(
                method, path, body.replace("{}", ""), "Idempotency-Key", key, "X-Request-Id", "other-" + requestId);

        assertThat(other.status()).as(other.body()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(other.text("operationId")).isEqualTo(first.operationId());
        assertThat(other.text("outcome")).isEqualTo("applied");
        assertThat(other.json().path("retryable").asBoolean()).isFalse();
        assertThat(other.isReplay()).isFalse();
        assertThat(client.changesSentToLeeloo("other-" + requestId)).isZero();
    }

    @Test
    void addAndRemoveOfATagAreDifferentRequests() {
        send("PUT", TAGS + "3", "");

        assertThat(send("DELETE", TAGS + "3", "").status()).isEqualTo(422);
        assertThat(send("PUT", TAGS + "2", "").status()).isEqualTo(422);
    }

    @Test
    void keysAreScopedToTheClient() {
        var first = client.comment("Called", "Idempotency-Key", key);
        var other = client.with(callers.newKeyWithScopes("people:write")).comment("Other", "Idempotency-Key", key);

        assertThat(other.status()).isEqualTo(201);
        assertThat(other.operationId()).isNotEqualTo(first.operationId());
    }

    @Test
    void apiKeysOfAClientShareIdempotencyKeys() {
        var first = client.comment("Called", "Idempotency-Key", key);
        var again = client.with(callers.newKey(clientId)).comment("Called", "Idempotency-Key", key);

        assertThat(again.isReplay()).isTrue();
        assertThat(again.replayedParts()).isEqualTo(first.replayedParts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"text\" :\"Called\"\n}",
                "{\"\\u0074ext\": \"C\\u0061lled\"}",
            })
    void equivalentJsonIsTheSameRequest(String body) {
        client.comment("Called", "Idempotency-Key", key);

        assertThat(send("POST", "/people/" + ANNA + "/comments", body).isReplay())
                .isTrue();
    }

    @Test
    void orderOfMembersDoesNotMatter() {
        var path = "/channels/" + CHANNEL + "/template-messages";
        send(
                "POST",
                path,
                "{\"templateId\": \"64a0c3f0000a000000000001\", \"variables\": {\"a\": \"1\", \"b\": \"2\"}}");

        var again = send(
                "POST",
                path,
                "{\"variables\": {\"b\": \"2\", \"a\": \"1\"}, \"templateId\": \"64a0c3f0000a000000000001\"}");

        assertThat(again.isReplay()).isTrue();
    }

    @Test
    void nullAndAbsentMembersOfANewResourceAreEqual() {
        send("POST", "/people", "{\"name\": \"Eva\"}");

        assertThat(send("POST", "/people", "{\"name\": \"Eva\", \"email\": null}")
                        .isReplay())
                .isTrue();
    }

    @Test
    void spellingsOfANumberAreEqual() {
        var path = "/orders/" + ORDER;
        send("PATCH", path, "{\"status\": \"RESOLVED\", \"price\": 100}");

        assertThat(send("PATCH", path, "{\"status\": \"RESOLVED\", \"price\": 100.0}")
                        .isReplay())
                .isTrue();
    }

    @Test
    void quotedAndBareKeyAreEqual() {
        client.comment("Called", "Idempotency-Key", key);

        assertThat(client.comment("Called", "Idempotency-Key", "\"" + key + "\"")
                        .isReplay())
                .isTrue();
    }

    @Test
    void requestWithoutKeyIsAlwaysSent() {
        var first = client.comment("Called", "X-Request-Id", requestId);
        var second = client.comment("Called", "X-Request-Id", requestId);

        assertThat(second.operationId()).isNotEqualTo(first.operationId());
        assertThat(client.changesSentToLeeloo(requestId)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"a", "a\tb", "256"})
    void malformedKeyIsRejected(String malformed) {
        var reply = client.comment(
                "Called", "Idempotency-Key", malformed.replace("256", "k".repeat(256)), "X-Request-Id", requestId);

        assertMalformed(reply);
    }

    @Test
    void nonAsciiKeyIsRejected() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("""
                    DELETE /api/v1%s3 HTTP/1.1
                    Host: localhost
                    Connection: close
                    Authorization: Bearer %s
                    Idempotency-Key: schl\u00fcssel

                    """.formatted(TAGS, client.key())
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains("{\"field\":\"Idempotency-Key\"");
        }
    }

    @Test
    void twoKeysAreRejected() {
        assertMalformed(
                client.comment("Called", "Idempotency-Key", "a", "Idempotency-Key", "a", "X-Request-Id", requestId));
    }

    private void assertMalformed(GatewayResponse reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
        assertThat(reply.text("outcome")).isEqualTo("not_sent");
        assertThat(client.changesSentToLeeloo(requestId)).isZero();
    }

    @Test
    void replayRequiresTheCurrentScope() {
        client.comment("Called", "Idempotency-Key", key);
        callers.patch(TestClients.CLIENTS + "/" + clientId, Map.of("scopes", List.of("people:read")));

        Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var refused = client.comment("Called", "Idempotency-Key", key);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.isReplay()).isFalse();
        });
    }

    @Test
    void invalidRequestDoesNotConsumeTheKey() {
        assertThat(send("POST", "/people/" + ANNA + "/comments", "{\"txt\": 1}").status())
                .isEqualTo(400);
        assertFresh();
    }

    @Test
    void missingScopeDoesNotConsumeTheKey() {
        assertThat(send("PATCH", "/operations/" + ANNA, "{}").status()).isEqualTo(403);
        assertFresh();
    }

    @Test
    void rateLimitDoesNotConsumeTheKey() {
        callers.patch(TestClients.CLIENTS + "/" + clientId, Map.of("requestsPerMinute", 1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(6))
                .until(() -> client.get("/me").status() == 429);

        var refused = client.comment("Called", "Idempotency-Key", key);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("outcome")).isEqualTo("not_sent");
        callers.patch(TestClients.CLIENTS + "/" + clientId, Map.of("requestsPerMinute", 1000));
        Awaitility.await()
                .atMost(Duration.ofSeconds(6))
                .until(() -> client.get("/me").status() == 200);
        assertFresh();
    }

    private void assertFresh() {
        var reply = client.comment("Called", "Idempotency-Key", key);
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.isReplay()).isFalse();
    }

    private GatewayResponse send(String method, String path, String body, String... headers) {
        var all = Stream.concat(Stream.of("Idempotency-Key", key, "X-Request-Id", requestId), Stream.of(headers));
        return client.send(method, path, body, all.toArray(String[]::new));
    }
}
