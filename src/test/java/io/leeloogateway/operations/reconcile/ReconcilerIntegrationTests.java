package io.leeloogateway.operations.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.operations.OperationTableRows;
import io.leeloogateway.operations.OperationsTest;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each test creates its own person and runs the reconciler itself; the job runs only once a minute here. */
@OperationsTest
class ReconcilerIntegrationTests {

    private static final String TAG = "/tags/64a0c3f00003000000000005";
    private static final String RESPONSE_LOST = "cut-after-apply";
    private static final String NOT_APPLIED = "cut";
    private static final String FAULT = "X-Sandbox-Fault";

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    @Autowired
    Reconciler reconciler;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    ChangeClient admin;
    OperationTableRows rows;
    String key;
    String requestId;
    String phone;
    String person;
    String channel;
    String order;

    @BeforeEach
    void createPerson() {
        database.sql("update operations set next_reconciliation_at = null").update();
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        admin = client.with(GatewayTest.BOOTSTRAP_ADMIN_KEY);
        rows = new OperationTableRows(database);
        key = UUID.randomUUID().toString();
        requestId = "r-" + UUID.randomUUID();
        phone = "+1202" + (System.nanoTime() % 9_000_000 + 1_000_000);
        var created = client.send("POST", "/people", "{\"name\": \"Eva\", \"phone\": \"" + phone + "\"}");
        person = created.text("id");
        channel = created.text("channelId");
        order = client.send("POST", "/orders", newOrder(person)).text("id");
    }

    static Stream<Arguments> decidableByAbsence() {
        return Stream.of(
                arguments("PUT", "/people/PERSON" + TAG, ""),
                arguments("PATCH", "/people/PERSON", "{\"email\": \"eva@example.org\"}"),
                arguments("PATCH", "/orders/ORDER", "{\"status\": \"RESOLVED\"}"));
    }

    static Stream<Arguments> undecidableByAbsence() {
        return Stream.of(
                arguments("POST", "/channels/CHANNEL/messages", "{\"text\": \"Hello Eva\"}"),
                arguments("POST", "/orders", newOrder("PERSON")),
                arguments("POST", "/people", "{\"name\": \"Eva\", \"phone\": \"+12025558888\"}"));
    }

    static Stream<Arguments> checkable() {
        return Stream.concat(decidableByAbsence(), undecidableByAbsence());
    }

    static Stream<Arguments> uncheckable() {
        return Stream.of(
                arguments("POST", "/people/PERSON/comments", "{\"text\": \"Called\"}"),
                arguments(
                        "POST",
                        "/channels/CHANNEL/template-messages",
                        "{\"templateId\": \"64a0c3f0000a000000000001\"}"),
                arguments("POST", "/channels/CHANNEL/subscriptions", """
                        {"tunnelId": "64a0c3f00006000000000001", "blockId": "64a0c3f00007000000000001"}"""),
                arguments(
                        "POST", "/lead-generation-tools/64a0c3f00008000000000001/traffic-sources", "{\"name\": \"S\"}"),
                arguments("POST", "/people/sms-imports", """
                        {"people": [{"name": "Eva", "email": "eva@example.org", "phone": "+12025550142"}],
                         "connectionId": "64a0c3f00004000000000005"}"""),
                arguments("POST", "/calls", """
                        {"userId": "64a0c3f00005000000000001", "channelId": "CHANNEL", "from": "+12025550100", "to": "+12025550101",
                         "date": "2026-01-13T08:20:37Z", "status": "SUCCESS", "duration": 61, "type": "INBOUND"}"""));
    }

    @ParameterizedTest
    @MethodSource("checkable")
    void changeShownByLeelooIsApplied(String method, String path, String body) {
        var lost = send(method, path, body.replace("+12025558888", phone + "1"), RESPONSE_LOST);
        assertThat(lost.text("outcome")).as(lost.body()).isEqualTo("unknown");

        reconcile();

        var decided = client.operation(lost.operationId());
        assertThat(decided.text("outcome")).as(decided.body()).isEqualTo("applied");
        assertThat(decided.text("evidence")).isNotEmpty().doesNotContain(phone, "Eva");
        assertThat(decided.json().at("/history/2/by").asString()).isEqualTo("reconciler");
        assertThat(rows.row(lost.operationId()).request()).isNull();
        var again = send(method, path, body.replace("+12025558888", phone + "1"), "none");
        assertThat(again.status()).as(again.body()).isBetween(201, 204);
        assertThat(again.isReplay()).isTrue();
        assertThat(again.operationId()).isEqualTo(lost.operationId());
        assertThat(client.changesSentToLeeloo(requestId)).isEqualTo(1);
        if (again.status() == 201) {
            assertThat(again.text("id")).isEqualTo(rows.row(lost.operationId()).createdId());
        }
    }

    @ParameterizedTest
    @MethodSource("decidableByAbsence")
    void absentChangeIsNotAppliedAfterAMinute(String method, String path, String body) {
        var lost = send(method, path, body, NOT_APPLIED);

        reconcile();

        var early = client.operation(lost.operationId());
        assertThat(early.text("outcome")).isEqualTo("unknown");
        assertThat(early.text("evidence")).startsWith("not seen until ");
        rows.age(lost.operationId(), 60);
        reconcile();
        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
        rows.age(lost.operationId(), 4);
        reconcile();
        var decided = client.operation(lost.operationId());
        assertThat(decided.text("outcome")).as(decided.body()).isEqualTo("not_applied");
        assertThat(client.changesSentToLeeloo(requestId)).isEqualTo(1);
        var again = send(method, path, body, "none");
        assertThat(again.status()).isEqualTo(204);
        assertThat(again.isReplay()).isFalse();
        assertThat(client.operation(again.operationId()).text("retryOf")).isEqualTo(lost.operationId());
    }

    @ParameterizedTest
    @MethodSource("decidableByAbsence")
    void absenceIsInconclusiveAfterAnotherChange(String method, String path, String body) {
        var lost = send(method, path, body, NOT_APPLIED);
        var other = method.equals("PUT") ? "DELETE" : method;
        var next = client.send(
                other, filled(path), filled(body).replace("eva@", "other@").replace("RESOLVED", "REJECTED"));
        assertThat(next.status()).isEqualTo(204);

        rows.age(lost.operationId(), 100);
        reconcile();

        var open = client.operation(lost.operationId());
        assertThat(open.text("outcome")).as(open.body()).isEqualTo("unknown");
        assertThat(open.text("evidence")).containsAnyOf("changed again since", "which may be after the send");
    }

    /** To the gateway it looks as if Leeloo had applied the change, and somebody had overwritten it on Leeloo's own pages. */
    @Test
    void orderUpdatedAtLeelooSinceIsNotTakenForUnchanged() {
        var lost = send("PATCH", "/orders/ORDER", "{\"status\": \"RESOLVED\"}", NOT_APPLIED);
        var leeloo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        assertThat(leeloo.sendToLeeloo("POST", filled("/orders/ORDER"), "{\"status\": \"REJECTED\"}")
                        .status())
                .isEqualTo(200);

        rows.age(lost.operationId(), 100);
        reconcile();

        var open = client.operation(lost.operationId());
        assertThat(open.text("outcome")).as(open.body()).isEqualTo("unknown");
        assertThat(open.text("evidence")).contains("was updated at", "which may be after the send");
    }

    @Test
    void changeThatIsOnlyInPartVisibleStaysUnknown() {
        var body = "{\"phone\": \"+12025550181\", \"email\": \"eva@example.org\"}";
        var lost = send("PATCH", "/people/PERSON", body, RESPONSE_LOST);
        new GatewayClient("http://127.0.0.1:" + port, demoKey)
                .sendToLeeloo("PUT", filled("/people/PERSON"), "{\"email\": \"other@example.org\"}");

        rows.age(lost.operationId(), 100);
        reconcile();

        var open = client.operation(lost.operationId());
        assertThat(open.text("outcome")).as(open.body()).isEqualTo("unknown");
        assertThat(open.text("evidence")).contains("has other requested values").doesNotContain("0181", "eva");
    }

    /** Leeloo does not show the other change yet. */
    @ParameterizedTest
    @MethodSource("decidableByAbsence")
    void absenceIsInconclusiveBesideAChangeThatMayFollow(String method, String path, String body) {
        var lost = send(method, path, body, NOT_APPLIED);
        sendOther(method, path, body);

        rows.age(lost.operationId(), 100);
        reconcile();

        assertThatItWasChangedAgain(lost);
    }

    /** Leeloo does not show the other change, which began first. */
    @ParameterizedTest
    @MethodSource("decidableByAbsence")
    void absenceIsInconclusiveAfterAnAppliedChangeWithoutATrace(String method, String path, String body) {
        var other = sendOther(method, path, body);
        var lost = send(method, path, body, NOT_APPLIED);
        database.sql("update operations set outcome = 'applied', finished_at = now() where id = ?")
                .param(UUID.fromString(other.operationId()))
                .update();

        rows.age(lost.operationId(), 100);
        reconcile();

        assertThatItWasChangedAgain(lost);
    }

    @ParameterizedTest
    @MethodSource("undecidableByAbsence")
    void absentCreationStaysUnknown(String method, String path, String body) {
        var lost = send(method, path, body, NOT_APPLIED);

        reconcile();
        rows.age(lost.operationId(), 0);
        reconcile();

        var open = client.operation(lost.operationId());
        assertThat(open.text("outcome")).as(open.body()).isEqualTo("unknown");
        assertThat(open.text("evidence")).startsWith("not seen until ");
        assertThat(send(method, path, body, "none").problem()).isEqualTo("operation-unknown");
    }

    @ParameterizedTest
    @MethodSource("uncheckable")
    void uncheckableChangeIsNotCheckedAgain(String method, String path, String body) {
        var lost = send(method, path, body, RESPONSE_LOST);
        assertThat(lost.text("outcome")).as(lost.body()).isEqualTo("unknown");

        reconcile();

        assertThat(client.operation(lost.operationId()).text("evidence")).contains("no trace");
        assertThat(isDue(lost)).isFalse();
        assertThat(client.changesSentToLeeloo(requestId)).isEqualTo(1);
    }

    @Test
    void equalAppliedMessageClaimsTheMatch() {
        var path = "/channels/CHANNEL/messages";
        var lost = send("POST", path, "{\"text\": \"Twice\"}", NOT_APPLIED);
        assertThat(client.send("POST", filled(path), "{\"text\": \"Twice\"}").status())
                .isEqualTo(202);

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
        assertThat(client.operation(lost.operationId()).text("evidence")).startsWith("not seen until ");
    }

    /** The other change was applied, but its response was lost, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /channels/CHANNEL/messages | {"text": "Twice unknown"}
            /people                    | {"name": "Twice Unknown", "phone": "+12025550177"}
            """)
    void equalUnknownChangeMayHaveCausedTheMatch(String path, String body) {
        var lost = send("POST", path, body, NOT_APPLIED);
        var other = client.send("POST", filled(path), body, FAULT, RESPONSE_LOST);

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
        assertThat(client.outcome(other.operationId())).isEqualTo("unknown");
    }

    /** The other change differs, but looks the same at Leeloo, or where the check looks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | /people       | {"name": "Eva Two", "phone": "+12025550178"} | {"name": "EVA two", "phone": "+12025550178", "email": "eva.two@example.org"}
            PATCH | /orders/ORDER | {"status": "RESOLVED", "comment": "paid in cash"} | {"status": "RESOLVED"}
            """)
    void similarChangeMayHaveCausedTheMatch(String method, String path, String body, String similar) {
        var lost = send(method, path, body, NOT_APPLIED);
        var fault = method.equals("POST") ? RESPONSE_LOST : "none";
        client.send(method, filled(path), similar, FAULT, fault);

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** An operation that is resolved by hand keeps neither its request nor the id of what it created. */
    @Test
    void personCreatedByAnOperationResolvedByHandIsNotClaimed() {
        var lost = send("POST", "/people", "{\"name\": \"Eva Three\", \"phone\": \"+12025550179\"}", NOT_APPLIED);
        var other = client.send(
                "POST",
                "/people",
                "{\"name\": \"EVA three\", \"phone\": \"+12025550179\", \"email\": \"eva.three@example.org\"}",
                FAULT,
                RESPONSE_LOST);
        resolve(admin, other, "applied", "seen");

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    @Test
    void oneOfTwoValuesForACustomFieldProvesNothing() {
        var lost = send("PATCH", "/people/PERSON", """
                {"customFields": [{"type": "STRING", "name": "city", "value": "Kyiv"}, {"type": "STRING", "name": "city", "value": "Lviv"}]}
                """, RESPONSE_LOST);

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** Leeloo lists the person only since it has the phone, and nobody knows which operation created it. */
    @Test
    void personThatGotItsPhoneLaterIsNotClaimed() {
        var lost = send("POST", "/people", "{\"name\": \"Eva Four\", \"phone\": \"+12025550180\"}", NOT_APPLIED);
        var other = client.send("POST", "/people", "{\"name\": \"Eva Four\"}");
        database.sql("update operations set outcome = 'unknown', created_id = null where id = ?::uuid")
                .param(other.operationId())
                .update();
        client.send("PATCH", "/people/" + other.text("id"), "{\"phone\": \"+12025550180\"}");

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** An earlier change may take effect last. */
    @Test
    void earlierUnknownChangeMayUndoALaterOne() {
        client.send("PATCH", "/people/" + person, "{\"email\": \"first@example.org\"}", FAULT, NOT_APPLIED);
        database.sql("update operations set next_reconciliation_at = null").update();
        var later = send("PATCH", "/people/PERSON", "{\"email\": \"second@example.org\"}", NOT_APPLIED);

        rows.age(later.operationId(), 100);
        reconcile();

        assertThatItWasChangedAgain(later);
    }

    @Test
    void templateMayHaveSentTheText() {
        var lost = send("POST", "/channels/CHANNEL/messages", "{\"text\": \"Sent twice\"}", NOT_APPLIED);
        client.send("POST", filled("/channels/CHANNEL/messages"), "{\"text\": \"Sent twice\"}");
        database.sql(
                        "update operations set change = 'SendTemplate', fingerprint = 'other' where outcome = 'applied' and target_id = ?"
                                + " and change = 'SendMessage'")
                .param(channel)
                .update();

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** Leeloo decides what becomes of a text that is none. */
    @Test
    void messageWhoseTextWasNotReadMayHaveSentTheText() {
        var lost = send("POST", "/channels/CHANNEL/messages", "{\"text\": \"{\\\"code\\\":5430}\"}", NOT_APPLIED);
        client.send("POST", filled("/channels/CHANNEL/messages"), "{\"text\": \"{\\\"code\\\":5430}\"}");
        database.sql(
                        "update operations set fingerprint = repeat('0', 128) where outcome = 'applied' and target_id = ? and change = 'SendMessage'")
                .param(channel)
                .update();

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** An admin looked before Leeloo sent the template's text. */
    @Test
    void templateResolvedTooEarlyMayHaveSentTheText() {
        var lost = send("POST", "/channels/CHANNEL/messages", "{\"text\": \"Sent late\"}", NOT_APPLIED);
        var other = client.send(
                "POST", filled("/channels/CHANNEL/messages"), "{\"text\": \"Sent late\"}", FAULT, RESPONSE_LOST);
        database.sql("update operations set change = 'SendTemplate', fingerprint = 'other' where id = ?")
                .param(UUID.fromString(other.operationId()))
                .update();
        resolve(admin, other, "not_applied", "not seen");

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    @Test
    void changedOrderDoesNotClaimACreatedOrder() {
        var lost = send("POST", "/orders", newOrder("PERSON"), RESPONSE_LOST);
        database.sql("update operations set next_reconciliation_at = null").update();
        var created = client.get("/people/" + person)
                .json()
                .path("orderIds")
                .valueStream()
                .map(id -> id.asString())
                .filter(id -> !id.equals(order))
                .findFirst()
                .orElseThrow();
        var change = client.send(
                "PATCH", "/orders/" + created, "{\"status\": \"RESOLVED\"}", "X-Sandbox-Fault", RESPONSE_LOST);
        reconcile();
        assertThat(client.outcome(change.operationId())).isEqualTo("applied");

        rows.age(lost.operationId(), 0);
        reconcile();

        var decided = client.operation(lost.operationId());
        assertThat(decided.text("outcome")).as(decided.body()).isEqualTo("applied");
        assertThat(rows.row(lost.operationId()).createdId()).isEqualTo(created);
    }

    @Test
    void unreadableRequestDoesNotBlockOtherOperations() {
        var odd = send("PUT", "/people/PERSON" + TAG, "", RESPONSE_LOST);
        database.sql(
                        "update operations set request = '{', next_reconciliation_at = now() - interval '1 hour' where id = ?")
                .param(UUID.fromString(odd.operationId()))
                .update();
        var lost =
                client.send("POST", filled("/channels/CHANNEL/messages"), "{\"text\": \"Hi\"}", FAULT, RESPONSE_LOST);

        reconcile();
        reconcile();

        assertThat(client.operation(odd.operationId()).text("evidence")).startsWith("the check failed");
        assertThat(client.outcome(lost.operationId())).isEqualTo("applied");
    }

    /** Leeloo returns the chat after the second message, which was not recorded when the check began. */
    @Test
    void messageSentDuringTheCheckClaimsTheMatch() {
        var path = filled("/channels/CHANNEL/messages");
        var lost = send("POST", path, "{\"text\": \"Twice\"}", NOT_APPLIED);
        client.send("POST", "/sandbox/faults", """
                {"kind": "slow-first-byte=1500", "calls": 1, "path": "/communication-channels"}""");
        var reconcile = CompletableFuture.runAsync(this::reconcile);
        await().until(() -> client.get("/sandbox/calls").body().contains(channel + "/chat-messages"));
        assertThat(client.send("POST", path, "{\"text\": \"Twice\"}").status()).isEqualTo(202);

        reconcile.join();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
        assertThat(client.operation(lost.operationId()).text("evidence")).startsWith("not seen until ");
    }

    @Test
    void clientsTakeTurns() {
        var lost = new ArrayList<UUID>();
        for (var i = 0; i < 4; i++) {
            key = UUID.randomUUID().toString();
            var response =
                    send("POST", "/channels/CHANNEL/messages", "{\"text\": \"Hello %d\"}".formatted(i), RESPONSE_LOST);
            lost.add(UUID.fromString(response.operationId()));
        }
        database.sql("update operations set client_id = 'other' where id = ?")
                .param(lost.getLast())
                .update();

        reconcile();
        reconcile();

        assertThat(database.sql(
                                "select id from operations where id = any(?) and (outcome <> 'unknown' or reconciliations > 0)")
                        .param(lost.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list())
                .hasSize(2)
                .contains(lost.getLast());
    }

    @Test
    void orderOfAResolvedOperationIsNotClaimed() {
        var lost = send("POST", "/orders", newOrder("PERSON"), NOT_APPLIED);
        var other = client.send("POST", "/orders", newOrder(person), FAULT, RESPONSE_LOST);
        resolve(admin, other, "applied", "seen");

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** Somebody looked before Leeloo applied the change. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /orders                    | {"personId": "PERSON", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001"}
            /channels/CHANNEL/messages | {"text": "Resolved early"}
            """)
    void traceOfAChangeResolvedTooEarlyIsNotClaimed(String path, String body) {
        var lost = send("POST", path, body, NOT_APPLIED);
        var other = client.send("POST", filled(path), filled(body), FAULT, RESPONSE_LOST);
        resolve(admin, other, "not_applied", "not seen");

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** Somebody looked before Leeloo applied the later change, which undid the earlier one. */
    @Test
    void laterChangeResolvedTooEarlyMayHaveUndoneAnEarlierOne() {
        var lost = send("PATCH", "/people/PERSON", "{\"email\": \"eva@example.org\"}", RESPONSE_LOST);
        var later = client.send(
                "PATCH", filled("/people/PERSON"), "{\"email\": \"other@example.org\"}", FAULT, RESPONSE_LOST);
        resolve(admin, later, "not_applied", "not seen");
        rows.age(lost.operationId(), 100);

        reconcile();

        assertThat(client.outcome(lost.operationId())).isEqualTo("unknown");
    }

    /** A change that began before and was answered after the unknown change may have been applied last. */
    @Test
    void absenceIsInconclusiveAfterASlowerEarlierChange() {
        var slow = CompletableFuture.supplyAsync(() -> client.send(
                "PATCH",
                "/people/" + person,
                "{\"email\": \"other@example.org\"}",
                "X-Request-Id",
                "slow-" + requestId,
                FAULT,
                "slow-first-byte=1500"));
        await().until(() -> client.changesSentToLeeloo("slow-" + requestId) == 1);
        var lost = send("PATCH", "/people/PERSON", "{\"email\": \"eva@example.org\"}", RESPONSE_LOST);
        assertThat(slow.join().status()).isEqualTo(204);

        rows.age(lost.operationId(), 100);
        reconcile();

        var open = client.operation(lost.operationId());
        assertThat(open.text("outcome")).as(open.body()).isEqualTo("unknown");
        assertThat(open.text("evidence")).contains("changed again since");
    }

    @Test
    void failureOfLeelooPostponesTheCheck() {
        var lost = send("PUT", "/people/PERSON" + TAG, "", RESPONSE_LOST);
        client.send("POST", "/sandbox/faults", "{\"kind\": \"html-502\", \"calls\": 3, \"path\": \"/tags\"}");

        reconcile();

        assertThat(client.operation(lost.operationId()).text("evidence")).startsWith("Leeloo could not be asked");
        assertThat(isDue(lost)).isTrue();
    }

    @Test
    void adminResolvesAsNotApplied() {
        var lost = send("POST", "/people/PERSON/comments", "{\"text\": \"Called\"}", RESPONSE_LOST);

        var decided = resolve(admin, lost, "not_applied", "looked on Leeloo's pages");

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.text("outcome")).isEqualTo("not_applied");
        assertThat(decided.text("evidence")).isEqualTo("looked on Leeloo's pages");
        assertThat(decided.json().at("/history/2/by").asString()).isEqualTo("bootstrap");
        var again = send("POST", "/people/PERSON/comments", "{\"text\": \"Called\"}", "none");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.isReplay()).isFalse();
        assertThat(client.operation(again.operationId()).text("retryOf")).isEqualTo(lost.operationId());
    }

    @Test
    void adminResolvesAsApplied() {
        var comment = send("POST", "/people/PERSON/comments", "{\"text\": \"Called\"}", RESPONSE_LOST);
        resolve(admin, comment, "applied", "seen");

        var again = send("POST", "/people/PERSON/comments", "{\"text\": \"Called\"}", "none");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("response-unavailable");
        assertThat(again.text("outcome")).isEqualTo("applied");
        assertThat(again.text("operationId")).isEqualTo(comment.operationId());
        assertThat(again.json().path("retryable").asBoolean()).isFalse();
    }

    @Test
    void emptyResponseIsReplayedAfterTheResolution() {
        var message = send("POST", "/channels/CHANNEL/messages", "{\"text\": \"Hello\"}", RESPONSE_LOST);
        resolve(admin, message, "applied", "seen");

        var again = send("POST", "/channels/CHANNEL/messages", "{\"text\": \"Hello\"}", "none");

        assertThat(again.status()).as(again.body()).isEqualTo(202);
        assertThat(again.isReplay()).isTrue();
    }

    @Test
    void onlyAdminsResolveAndOnlyUnknownOperations() {
        var lost = send("POST", "/people/PERSON/comments", "{\"text\": \"Called\"}", RESPONSE_LOST);
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var owner = client.with(callers.newKeyWithScopes("people:write"));

        assertThat(resolve(owner, lost, "applied", "seen").status()).isEqualTo(403);
        assertThat(resolve(admin, lost, "rejected", "seen").status()).isEqualTo(400);
        assertThat(resolve(admin, lost, "applied", " ").status()).isEqualTo(400);
        assertThat(resolve(admin, lost, "applied", "e".repeat(501)).status()).isEqualTo(400);
        assertThat(resolve(admin, lost, "applied", "\\u0000").status()).isEqualTo(400);
        assertThat(admin.send("PATCH", "/operations/" + new UUID(0x7000, 1L << 63), form("applied", "seen"))
                        .status())
                .isEqualTo(404);
        assertThat(resolve(admin, lost, "applied", "seen").status()).isEqualTo(200);
        var late = resolve(admin, lost, "not_applied", "not seen");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("detail")).contains("applied");
        assertThat(client.outcome(lost.operationId())).isEqualTo("applied");
    }

    /** Sends a change that overwrites the given one, and that Leeloo does not apply. */
    private GatewayResponse sendOther(String method, String path, String body) {
        var other = client.send(
                method.equals("PUT") ? "DELETE" : method,
                filled(path),
                filled(body).replace("eva@", "other@").replace("RESOLVED", "REJECTED"),
                FAULT,
                NOT_APPLIED);
        database.sql("update operations set next_reconciliation_at = null").update();
        return other;
    }

    private void assertThatItWasChangedAgain(GatewayResponse lost) {
        var open = client.operation(lost.operationId());
        assertThat(open.text("outcome")).as(open.body()).isEqualTo("unknown");
        assertThat(open.text("evidence")).contains("changed again since");
    }

    private GatewayResponse resolve(ChangeClient who, GatewayResponse lost, String outcome, String evidence) {
        return who.send("PATCH", "/operations/" + lost.operationId(), form(outcome, evidence));
    }

    private static String form(String outcome, String evidence) {
        return "{\"outcome\": \"%s\", \"evidence\": \"%s\"}".formatted(outcome, evidence);
    }

    private boolean isDue(GatewayResponse lost) {
        return database.sql("select next_reconciliation_at is not null from operations where id = ?")
                .param(UUID.fromString(lost.operationId()))
                .query(Boolean.class)
                .single();
    }

    private void reconcile() {
        reconciler.reconcileNext();
    }

    private GatewayResponse send(String method, String path, String body, String fault) {
        return client.send(
                method,
                filled(path),
                filled(body),
                "Idempotency-Key",
                key,
                "X-Request-Id",
                requestId,
                "X-Sandbox-Fault",
                fault);
    }

    private String filled(String text) {
        return text.replace("PERSON", person).replace("CHANNEL", channel).replace("ORDER", order);
    }

    private static String newOrder(String person) {
        return """
                {"personId": "%s", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001"}""".formatted(person);
    }
}
