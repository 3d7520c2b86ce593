package io.leeloogateway.audit.capture;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Responses wait for the commit of their audit event. */
@GatewayTest
@TestPropertySource(properties = {"test.database=audit_outage", "gateway.audit.reads=await"})
class SynchronousAuditIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    @Test
    void responseFollowsItsAuditEvent() throws Exception {
        var caller = new GatewayClient(address, key);

        for (var i = 0; i < 20; i++) {
            var id = "await-" + UUID.randomUUID();
            assertThat(caller.get("/api/v1/people?limit=2", "X-Request-Id", id)
                            .json()
                            .path("items"))
                    .hasSize(2);
            assertThat(new AuditRows(database).find(id).call()).hasSize(1);
        }
    }

    @Test
    void readIsRejectedWithoutItsAuditEvent() {
        var caller = new GatewayClient(address, key);
        caller.get(GatewayClient.PERSON);

        var answer = whileTheTableIsLocked(() -> caller.get(GatewayClient.PERSON, "Request-Timeout", "1"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/database-unavailable");
        assertThat(answer.body()).doesNotContain("Kovalenko");
    }

    @Test
    void rejectionHasTheHeadersOfEveryResponse() {
        var caller = new GatewayClient(address, key);
        var id = "recorded-" + UUID.randomUUID();
        caller.get(GatewayClient.PERSON);

        var answer = whileTheTableIsLocked(
                () -> caller.get(GatewayClient.PERSON, "Request-Timeout", "0.1", "X-Request-Id", id));

        assertThat(answer.header("X-Request-Id")).isEqualTo(id);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("RateLimit")).isNotEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("ETag") + answer.header("Age") + answer.header("Cache-Status"))
                .isEmpty();
        assertThat(new AuditRows(database).of(id, 2))
                .extracting(row -> row.get("outcome"))
                .containsExactly("success", "failed");
    }

    /** The deadline is over, but the audit event still gets some time. */
    @Test
    void lateResponseWaitsForItsAuditEvent() throws Exception {
        var caller = new GatewayClient(address, key);
        var id = "late-" + UUID.randomUUID();
        caller.get(GatewayClient.PERSON);

        var answer = caller.get(GatewayClient.PERSON, "Request-Timeout", "0.001", "X-Request-Id", id);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new AuditRows(database).find(id).call()).hasSize(1);
    }

    /** The successful change shows that the test notices one. */
    @Test
    void changeIsNotSentWithoutItsAuditEvent() {
        var caller = new GatewayClient(address, key);
        var comments = "/people/" + ANNA + "/add-comment";
        caller.reset();
        assertThat(comment(caller, "seen-" + UUID.randomUUID()).status()).isEqualTo(201);
        assertThat(caller.calls(comments)).hasSize(1);
        var id = "rejected-" + UUID.randomUUID();
        var begun = System.nanoTime();

        var answer = whileTheTableIsLocked(() -> comment(caller, id));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("type").asString()).isEqualTo("/problems/database-unavailable");
        assertThat(answer.json().path("outcome").asString()).isEqualTo("not_sent");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(new AuditRows(database).only(id)).containsEntry("kind", "ended");
        assertThat(caller.calls(comments)).hasSize(1);
    }

    /** The response contains the only copy of the new key. */
    @Test
    void completedWriteIsAnsweredBeforeItsAuditEvent() {
        var admin = new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var client = admin.send("POST", "/api/v1/clients", """
                        {"name":"Shop of %s","owner":"a@b.ua","purpose":"x","scopes":["people:read"]}""".formatted(UUID.randomUUID()))
                .json()
                .path("id")
                .asString();
        var id = "done-" + UUID.randomUUID();

        var answer = whileTheTableIsLocked(() -> admin.send(
                "POST", "/api/v1/clients/" + client + "/keys", "{}", "X-Request-Id", id, "Request-Timeout", "1"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("key").asString()).isNotEmpty();
        assertThat(new AuditRows(database).only(id))
                .containsEntry("outcome", "success")
                .containsEntry("status", 201);
    }

    private static GatewayResponse comment(GatewayClient caller, String id) {
        return caller.send(
                "POST",
                "/api/v1/people/" + ANNA + "/comments",
                "{\"text\":\"x\"}",
                "X-Request-Id",
                id,
                "Request-Timeout",
                "3");
    }

    private <T> T whileTheTableIsLocked(java.util.function.Supplier<T> work) {
        var result = new TransactionTemplate(transactions).execute(_ -> {
            database.sql("lock table audit_events in exclusive mode").update();
            return work.get();
        });
        return java.util.Objects.requireNonNull(result);
    }
}
