package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OperationsTest
class OperationStoreIntegrationTests {

    /** Half a second for the record, the rest for HTTP on a busy machine. */
    private static final Duration REFUSAL_LIMIT = Duration.ofMillis(900);

    @Autowired
    DataSource source;

    @Autowired
    @Qualifier(OperationsDataSourceConfiguration.NAME)
    DataSource operationsDataSource;

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    OperationTableRows rows;
    String requestId;

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        rows = new OperationTableRows(database);
        requestId = "r-" + UUID.randomUUID();
        client.comment("Called");
    }

    @Test
    void operationIsCommittedBeforeLeelooResponds() {
        var response = CompletableFuture.supplyAsync(
                () -> client.comment("Called", "X-Request-Id", requestId, "X-Sandbox-Fault", "hang-after-apply=1500"));
        await().until(() -> client.changesSentToLeeloo(requestId) == 1);

        var during = rows.rowOf(requestId);

        assertThat(during.outcome().value()).isEqualTo("sending");
        assertThat(during.request()).contains("Called");
        assertThat(during.finishedAt()).isNull();
        assertThat(response.join().status()).isEqualTo(201);
        var after = rows.rowOf(requestId);
        assertThat(after.outcome().value()).isEqualTo("applied");
        assertThat(after.request()).isNull();
        assertThat(after.finishedAt()).isNotNull();
    }

    @Test
    void unknownOperationKeepsItsRequest() {
        var lost = client.comment("Called", "X-Sandbox-Fault", "cut-after-apply");

        assertThat(rows.row(lost.operationId()).request()).contains("Called");
    }

    @Test
    void changeIsNotSentWhenItCannotBeRecorded() {
        var began = System.nanoTime();

        var refused = whileLocked(() -> client.comment("Called", "X-Request-Id", requestId));

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(REFUSAL_LIMIT);
        assertRefused(refused);
        assertThat(rows.count(requestId)).isZero();
        assertThat(client.comment("Called", "X-Request-Id", requestId).status()).isEqualTo(201);
    }

    /** The commit takes 1.2 s, longer than a request waits. */
    @Test
    void changeRecordedTooLateIsNotSent() {
        database.sql("""
                create function delay_commit() returns trigger as 'begin perform pg_sleep(1.2); return null; end' language plpgsql;
                create constraint trigger delay_commit after insert on operations deferrable initially deferred
                    for each row when (new.request_id like 'late-%') execute function delay_commit()""").update();
        var late = "late-" + requestId;
        var key = UUID.randomUUID().toString();
        var began = System.nanoTime();

        var refused = client.comment("Called", "X-Request-Id", late, "Idempotency-Key", key);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(REFUSAL_LIMIT);
        assertRefused(refused);
        await().atMost(Duration.ofSeconds(5)).until(() -> rows.count(late) == 1);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> rows.rowOf(late).outcome().value().equals("not_sent"));
        assertThat(client.changesSentToLeeloo(late)).isZero();
        var retry = client.comment("Called", "X-Request-Id", requestId, "Idempotency-Key", key);
        assertThat(retry.status()).as(retry.body()).isEqualTo(201);
        assertThat(client.operation(retry.operationId()).text("retryOf"))
                .isEqualTo(rows.rowOf(late).id().toString());
    }

    @Test
    void disconnectOfTheCallerDoesNotStopTheChange() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("""
                    DELETE /api/v1/people/%s/tags/64a0c3f00003000000000003 HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    X-Request-Id: %s
                    X-Sandbox-Fault: hang-after-apply=700

                    """.formatted(ChangeClient.ANNA, demoKey, requestId)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            await().until(() -> client.changesSentToLeeloo(requestId) == 1);
        }

        assertThat(rows.rowOf(requestId).outcome().value()).isEqualTo("sending");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> rows.rowOf(requestId).outcome().value().equals("applied"));
    }

    @Test
    void databaseErrorsDoNotQuoteRows() {
        var lost = client.comment("Called", "X-Sandbox-Fault", "cut-after-apply");
        var update = JdbcClient.create(operationsDataSource)
                .sql("update operations set outcome = 'odd' where id = ?")
                .param(UUID.fromString(lost.operationId()));

        assertThatThrownBy(update::update)
                .isInstanceOf(DataIntegrityViolationException.class)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("Called"));
    }

    private void assertRefused(GatewayResponse refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("database-unavailable");
        assertThat(refused.text("outcome")).isEqualTo("not_sent");
        assertThat(refused.json().path("retryable").asBoolean()).isTrue();
        assertThat(client.changesSentToLeeloo(requestId)).isZero();
    }

    private <T> T whileLocked(Supplier<T> work) {
        return Objects.requireNonNull(new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            JdbcClient.create(source)
                    .sql("lock table operations in exclusive mode")
                    .update();
            return work.get();
        }));
    }
}
