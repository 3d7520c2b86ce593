package io.leeloogateway.compat;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import io.leeloogateway.operations.reconcile.Reconciler;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes in Leeloo's own words are operations like all others. */
@GatewayTest
class CompatChangesIntegrationTests {

    private static final String COMMENT = "/leeloo/api/v2/people/" + ANNA + "/add-comment";
    private static final String CALLED = "{\"comment\":\"called\"}";
    private static final String MULTIPART =
            "--b\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\ncalled\r\n--b--\r\n";

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Value("${local.server.port}")
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    Reconciler reconciler;

    private GatewayClient client;

    @BeforeEach
    void reset() {
        client = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        client.reset();
    }

    @Test
    void repeatedKeyIsAnsweredWithTheSameBytes() {
        var first = client.send("PUT", COMMENT, CALLED, "Idempotency-Key", "compat-1");

        var second = client.send("PUT", COMMENT, CALLED, "Idempotency-Key", "compat-1");

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.operationId()).isNotEmpty().isEqualTo(second.operationId());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.isReplay()).isTrue();
        assertThat(client.calls("/people")).hasSize(1);
    }

    @Test
    void replayOfACreatedPersonIsFoundByThePerson() {
        var body = "{\"name\":\"Testperson\",\"email\":\"replayed@example.org\"}";
        var created = client.send("POST", "/leeloo/api/v2/people", body, "Idempotency-Key", "compat-4");
        var replay = client.send("POST", "/leeloo/api/v2/people", body, "Idempotency-Key", "compat-4");
        assertThat(replay.isReplay()).isTrue();

        var entries = "/api/v1/audit-entries?person="
                + created.json().at("/data/person_id").asString();

        await().untilAsserted(() -> assertThat(client.get(entries).body())
                .contains(created.header("X-Request-Id"), replay.header("X-Request-Id")));
    }

    @Test
    void rejectionIsReplayedInBothDialects() {
        client.injectFault("error-200", 1, "/people");
        var first = client.send("PUT", COMMENT, CALLED, "Idempotency-Key", "compat-3");

        var second = client.send("PUT", COMMENT, CALLED, "Idempotency-Key", "compat-3");
        var other = client.send("POST", PERSON + "/comments", "{\"text\":\"called\"}", "Idempotency-Key", "compat-3");

        assertThat(client.get("/api/v1/operations/" + first.operationId()).body())
                .contains("\"rejected\"");
        assertThat(second.body()).doesNotContain("RESPONSE_UNAVAILABLE").contains("\"status\":0");
        assertThat(second.isReplay()).isTrue();
        assertThat(other.isReplay()).isTrue();
        assertThat(other.status()).isEqualTo(422);
        assertThat(client.calls("/people")).hasSize(1);
    }

    @Test
    void keyOfTheOtherDialectIsNotReplayedInTheWrongShape() {
        client.send("PUT", COMMENT, CALLED, "Idempotency-Key", "compat-2");

        var other = client.send("POST", PERSON + "/comments", "{\"text\":\"called\"}", "Idempotency-Key", "compat-2");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("response-unavailable");
        assertThat(client.calls("/people")).hasSize(1);
    }

    /** The gateway knows none of these differences; Leeloo may. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"email":"new@example.org","city":"Kyiv"}                       | {"email":"new@example.org","city":"Lviv"}
            {"email":"new@example.org","city":"Kyiv"}                       | {"email":"new@example.org"}
            {"email":"new@example.org"}                                     | {"email":"new@example.org","phone":null}
            {"custom_fields":[{"type":"t","name":"n","value":{"a":1}}]}     | {"custom_fields":[{"type":"t","name":"n","value":{"a":2}}]}
            {"custom_fields":[{"type":"t","name":"n","value":"v","of":"a"}]}| {"custom_fields":[{"type":"t","name":"n","value":"v"}]}
            """)
    void keyOfAnotherBodyIsRefused(String body, String other) {
        var path = "/leeloo/api/v2/people/" + ANNA;
        var key = UUID.randomUUID().toString();
        var first = client.send("PUT", path, body, "Idempotency-Key", key);

        var second = client.send("PUT", path, other, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(422);
        var repeat = client.send("PUT", path, body, "Idempotency-Key", key);
        assertThat(repeat.isReplay()).isTrue();
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(client.calls("/people")).hasSize(1);
    }

    /** The e-mail address alone does not prove the change. */
    @Test
    void unknownChangeWithUnknownFieldsIsNotTakenForApplied() {
        client.send("PUT", "/leeloo/api/v2/people/" + ANNA, "{\"email\":\"new@example.org\"}");
        client.injectFault("cut", 1, "/people");
        var response = client.send(
                "PUT", "/leeloo/api/v2/people/" + ANNA, "{\"email\":\"new@example.org\",\"city\":\"Kyiv\"}");
        database.sql("update operations set next_reconciliation_at = '-infinity' where id = ?")
                .param(UUID.fromString(response.operationId()))
                .update();

        reconciler.reconcileNext();

        var operation =
                client.get("/api/v1/operations/" + response.operationId()).json();
        assertThat(operation.path("outcome").asString()).isEqualTo("unknown");
        assertThat(operation.path("evidence").asString()).contains("fields that the gateway does not know");
    }

    @Test
    void nextReadInBothDialectsShowsTheChange() {
        client.get(PERSON);
        client.get("/leeloo/api/v2/people/" + ANNA);

        client.send("PUT", "/leeloo/api/v2/people/" + ANNA, "{\"email\":\"anna.new@example.org\"}");

        assertThat(client.get(PERSON).body()).contains("anna.new@example.org");
        assertThat(client.get("/leeloo/api/v2/people/" + ANNA).body()).contains("anna.new@example.org");
    }

    @Test
    void operationAndAuditEntryNameTheActionAndTheDialect() {
        var response = client.send("PUT", COMMENT, CALLED);

        var operation =
                client.get("/api/v1/operations/" + response.operationId()).json();
        assertThat(operation.path("action").asString()).isEqualTo("people.addComment");
        assertThat(operation.path("outcome").asString()).isEqualTo("applied");
        var entry = client.get("/api/v1/audit-entries?limit=1&action=people.addComment")
                .json()
                .path("items")
                .path(0);
        assertThat(entry.path("dialect").asString()).isEqualTo("leeloo");
        assertThat(entry.path("operationId").asString()).isEqualTo(response.operationId());
    }

    /** Neither Leeloo's messages nor a single order name their person. */
    @ParameterizedTest
    @CsvSource({
        "/communication-channels/64a0c3f00001000000000003/chat-messages, messages.list",
        "/orders/64a0c3f0000b000000000001, orders.find"
    })
    void auditEntryNamesThePersonOfAChatAndOfAnOrder(String path, String action) {
        client.get(PERSON);
        var response = client.get("/leeloo/api/v2" + path);

        assertThat(response.status()).as(response.body()).isEqualTo(200);
        await().untilAsserted(() -> {
            var entries = client.get("/api/v1/audit-entries?limit=1&person=" + ANNA + "&action=" + action);
            assertThat(entries.json().path("items").size()).isOne();
        });
    }

    @Test
    void auditEntryNamesTheFirstFieldsOnly() {
        var fields = IntStream.range(0, 5_000)
                .mapToObj(number -> "\"invented_%s\":1"
                        .formatted(Integer.toString(number, 36).replaceAll("[0-9]", "z")))
                .collect(joining(",", "{", "}"));

        var response = client.send("PUT", COMMENT, fields, "Idempotency-Key", "\"not closed");

        await().untilAsserted(() -> {
            var trace = client.get("/api/v1/requests/" + response.header("X-Request-Id"));
            assertThat(trace.status()).isEqualTo(200);
            assertThat(trace.body()).contains("invented_").hasSizeLessThan(10_000);
        });
    }

    /** Leeloo refuses it. A caller may write contacts, or a whole book, into a field for ids or states. */
    @ParameterizedTest
    @CsvSource({
        "POST, /people/sms, {\"people\":[]^\"tags\":[\"VALUE\"]}, tagIds",
        "POST, /orders/64a0c3f0000b000000000001, {\"status\":\"VALUE\"}, status"
    })
    void textThatIsNoIdOrStateIsNotInTheAuditEntry(String method, String path, String body, String field) {
        for (var value : List.of("anna@example.org", "+12025550101", "a".repeat(100_000))) {
            var response = client.send(
                    method, "/leeloo/api/v2" + path, body.replace('^', ',').replace("VALUE", value));

            var trace = client.get("/api/v1/requests/" + response.header("X-Request-Id"));
            assertThat(trace.status()).isEqualTo(200);
            assertThat(trace.body())
                    .contains("{\"field\":\"%s\",\"value\":null".formatted(field))
                    .doesNotContain(value)
                    .hasSizeLessThan(3_000);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/x-www-form-urlencoded                | comment=called
            application/x-www-form-urlencoded; charset=UTF-8 | comment=called&unknown%5Ba%5D%5B%5D=1
            application/json; charset=utf-8                  | {"comment":"called"}
            text/plain                                       | {"comment":"called"}
            """)
    void bodyMayHaveAnyFormatOfLeeloo(String type, String body) throws IOException {
        assertThat(sent(type, body)).startsWith("HTTP/1.1 200").contains("\"text\":\"called\"");
    }

    @Test
    void bodyMayBeAMultipartForm() throws IOException {
        assertThat(sent("multipart/form-data; boundary=b", MULTIPART)).contains("\"text\":\"called\"");
    }

    private String sent(String type, String body) throws IOException {
        var head = "PUT %s HTTP/1.1\nX-Leeloo-AuthToken: %s\nContent-Type: %s\nContent-Length: %d"
                .formatted(COMMENT, demoKey, type, body.length());
        return RawExchange.send(port, head, body);
    }

    @Test
    void unknownOutcomeIsToldInLeeloosWords() {
        client.injectFault("cut-after-apply", 1, "/people");

        var response = client.send("PUT", COMMENT, CALLED);

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.json().path("error").path("code").asString()).isEqualTo("LEELOO_UNAVAILABLE");
        assertThat(client.get("/api/v1/operations/" + response.operationId())
                        .json()
                        .path("outcome")
                        .asString())
                .isEqualTo("unknown");
    }
}
