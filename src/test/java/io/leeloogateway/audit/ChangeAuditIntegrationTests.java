package io.leeloogateway.audit;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayTest
class ChangeAuditIntegrationTests {

    private static final String ORDER = "64a0c3f0000f000000000001";

    @Autowired
    JdbcClient database;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "change-" + UUID.randomUUID();
    private AuditRows rows;
    private GatewayClient caller;

    @BeforeEach
    void open() {
        rows = new AuditRows(database);
        caller = new GatewayClient(address, key);
        caller.reset();
    }

    @Test
    void changeIsOneEntryOfTwoEvents() {
        var operation = comment("Called back.").header("Operation-Id");

        var events = rows.of(id, 2);
        assertThat(events).extracting("kind").containsExactly("begun", "ended");
        assertThat(events).extracting("entry_id").containsOnly(events.getFirst().get("entry_id"));
        assertThat(events)
                .extracting(row -> String.valueOf(row.get("operation_id")))
                .containsOnly(operation);
        assertThat(events.getLast())
                .contains(
                        entry("client_id", "demo"),
                        entry("action", "people.addComment"),
                        entry("outcome", "success"),
                        entry("status", 201),
                        entry("served_from", "leeloo"),
                        entry("leeloo_calls", 1));
    }

    /** The transaction of the end event also updated the operation. */
    @Test
    void endEventIsCommittedTogetherWithTheOperation() {
        var operation = comment("Called back.").header("Operation-Id");

        var ended = rows.of(id, 2).getLast();
        var operationXid = database.sql("select xmin::text from operations where id = ?::uuid")
                .param(operation)
                .query(String.class)
                .single();
        assertThat(String.valueOf(ended.get("xid"))).isEqualTo(operationXid);
    }

    @Test
    void onlyTheNameOfATextFieldIsRecorded() {
        comment("She is Anna Kovalenko, +380501112233.");

        assertThat(rows.of(id, 2).toString()).contains("\"text\"").doesNotContain("Kovalenko", "380501112233");
    }

    @Test
    void tagIsRecordedInClearText() {
        var tag = caller.get("/api/v1/tags").json().at("/items/0/id").asString();

        send("PUT", "/api/v1/people/" + ANNA + "/tags/" + tag, "");

        assertThat(changes(rows.of(id, 2))).contains("\"tagId\"", tag);
        assertThat(AuditRows.tags(rows.of(id, 2).getFirst())).containsExactly("t:" + ANNA, "t:" + tag);
    }

    @Test
    void equalPhonesAndEmailsGetEqualPseudonyms() {
        send("PATCH", "/api/v1/people/" + ANNA, "{\"phone\":\"+380501234567\",\"email\":\"Anna.New@example.org\"}");
        var another = "change-" + UUID.randomUUID();
        caller.send("PATCH", "/api/v1/people/" + ANNA, "{\"email\":\"anna.new@EXAMPLE.org\"}", "X-Request-Id", another);

        var first = pseudonyms(rows.of(id, 2));
        var second = pseudonyms(rows.of(another, 2));
        assertThat(first).hasSize(2).containsAll(second);
        assertThat(second).hasSize(1);
        assertThat(rows.of(id, 2).toString()).doesNotContain("380501234567").doesNotContainIgnoringCase("anna.new");
    }

    @Test
    void pseudonymsOfANewPersonAreAssignedToItsId() {
        var made = send(
                        "POST",
                        "/api/v1/people",
                        "{\"name\":\"Olha\",\"phone\":\"+3805%s\"}"
                                .formatted(String.valueOf(System.nanoTime()).substring(0, 8)))
                .json()
                .path("id")
                .asString();

        var events = rows.of(id, 2);
        assertThat(AuditRows.tags(events.getLast())).contains("t:" + made);
        assertThat(database.sql("select person_id from audit_pseudonyms where pseudonym = ?")
                        .param(pseudonyms(events).getFirst().substring(2))
                        .query(String.class)
                        .single())
                .isEqualTo(made);
        assertThat(events.toString()).doesNotContain("Olha");
    }

    @Test
    void rejectedChangeIsRecordedAsRejected() {
        send("POST", "/api/v1/people/ffffffffffffffffffffffff/comments", "{\"text\":\"x\"}");

        assertThat(rows.of(id, 2).getLast())
                .contains(entry("outcome", "rejected"), entry("status", 404), entry("problem", "not-found"));
    }

    @Test
    void resolvedChangeHasThreeEvents() {
        var operation = send(
                        "POST",
                        "/api/v1/people/" + ANNA + "/comments",
                        "{\"text\":\"x\"}",
                        "X-Sandbox-Fault",
                        "cut-after-apply")
                .header("Operation-Id");

        var resolving = "resolve-" + UUID.randomUUID();
        caller.send(
                "PATCH",
                "/api/v1/operations/" + operation,
                "{\"outcome\":\"applied\",\"evidence\":\"seen by Anna Kovalenko\"}",
                "X-Request-Id",
                resolving);

        var events = rows.of(id, 3);
        assertThat(events).extracting("kind").containsExactly("begun", "ended", "resolved");
        assertThat(events).extracting("outcome").containsExactly(null, "unknown", "success");
        assertThat(events.toString()).contains("\"by\": \"demo\"").doesNotContain("Kovalenko");
        assertThat(rows.only(resolving)).contains(entry("action", "operations.resolve"), entry("outcome", "success"));
    }

    /** The response was sent before the end of the change. */
    @Test
    void lateEndRecordsItsCallsToLeeloo() {
        send(
                "POST",
                "/api/v1/people/" + ANNA + "/comments",
                "{\"text\":\"x\"}",
                "Request-Timeout",
                "0.5",
                "X-Sandbox-Fault",
                "hang-after-apply=1500");

        var events = rows.of(id, 3);
        assertThat(events).extracting("kind").containsExactly("begun", "ended", "resolved");
        assertThat(events).extracting("outcome").containsExactly(null, "unknown", "success");
        assertThat(events.getLast()).contains(entry("leeloo_calls", 1), entry("served_from", "leeloo"));
        assertThat(String.valueOf(events.getLast().get("details"))).contains("\"attempts\"", "durationMs");
    }

    @Test
    void repeatedRequestHasAnEntryWithTheSameOperation() {
        var key = UUID.randomUUID().toString();
        comment("Once.", "Idempotency-Key", key);
        var again = "again-" + UUID.randomUUID();

        var operation = caller.send(
                        "POST",
                        "/api/v1/people/" + ANNA + "/comments",
                        "{\"text\":\"Once.\"}",
                        "Idempotency-Key",
                        key,
                        "X-Request-Id",
                        again)
                .header("Operation-Id");

        assertThat(rows.only(again))
                .contains(entry("kind", "ended"), entry("operation_id", UUID.fromString(operation)));
    }

    @Test
    void deniedChangeHasOneEvent() {
        send("POST", "/api/v1/people/" + ANNA + "/comments", "{\"texxt\":\"x\"}");

        assertThat(rows.only(id)).contains(entry("outcome", "denied"), entry("action", "people.addComment"));
    }

    @Test
    void priceOfAnOrderIsRecordedButNotItsComment() {
        send(
                "PATCH",
                "/api/v1/orders/" + ORDER,
                "{\"status\":\"RESOLVED\",\"price\":12.50,\"comment\":\"paid by Anna\"}");

        var changes = changes(rows.of(id, 2));
        assertThat(changes).contains("RESOLVED", "12.5", "\"comment\"").doesNotContain("paid by");
    }

    private GatewayResponse comment(String text, String... headers) {
        return send("POST", "/api/v1/people/" + ANNA + "/comments", "{\"text\":\"" + text + "\"}", headers);
    }

    private GatewayResponse send(String method, String path, String body, String... headers) {
        var all =
                Stream.concat(Stream.of(headers), Stream.of("X-Request-Id", id)).toArray(String[]::new);
        return caller.send(method, path, body, all);
    }

    private static String changes(List<Map<String, Object>> events) {
        return String.valueOf(events.getFirst().get("changes"));
    }

    private static List<String> pseudonyms(List<Map<String, Object>> events) {
        return AuditRows.tags(events.getFirst()).stream()
                .filter(tag -> tag.startsWith("n:"))
                .toList();
    }
}
