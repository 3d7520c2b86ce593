package io.leeloogateway.operations.dispatch;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.operations.OperationsDataSourceConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;

/** The outcome of a change cannot be recorded when Leeloo responds, so the cache entries from before the change are still valid. */
@GatewayTest
class BlockedRecordIntegrationTests {

    private static final String WEBINAR = "/people/" + ANNA + "/tags/64a0c3f00003000000000003";

    @Autowired
    DataSource requests;

    @Autowired
    @Qualifier(OperationsDataSourceConfiguration.NAME)
    HikariDataSource operations;

    GatewayClient client;

    private final String key = UUID.randomUUID().toString();
    private final List<Connection> blockers = new ArrayList<>();

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String demoKey) {
        client = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        client.reset();
    }

    @AfterEach
    void release() throws SQLException {
        for (var blocker : blockers) {
            blocker.close();
        }
        blockers.clear();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lock   | PUT   | /people/P/tags/64a0c3f00003000000000003 | | /people/P | "name":"webinar" | 204
            pool   | PATCH | /people/P | {"email":"fresh@example.org"} | /people?email=fresh@example.org | fresh@example.org | 204
            lock   | PATCH | /orders/O | {"status":"RESOLVED","price":7.77} | /orders/O | 7.77 | 204
            pool   | POST  | /people | {"name":"Newcomer Test"} | /people | Newcomer Test | 201
            """)
    void successIsNotToldBeforeTheInvalidation(
            String blocker, String method, String path, @Nullable String body, String read, String expected, int status)
            throws SQLException {
        var readPath = "/api/v1" + withIds(read);
        var change = sendSlowly(method, withIds(path), body == null ? "" : body);
        assertThat(client.get(readPath).body()).doesNotContain(expected);
        block(blocker);

        var reply = change.join();

        assertThat(reply.status()).as(reply.body()).isEqualTo(504);
        assertThat(reply.json().path("outcome").asString()).isEqualTo("unknown");
        assertThat(reply.json().path("retryable").asBoolean()).isFalse();
        release();
        var operation = "/api/v1/operations/" + reply.header("Operation-Id");
        await().until(() ->
                client.get(operation).json().path("outcome").asString().equals("applied"));
        assertThat(client.get(readPath).body()).contains(expected);
        var again = client.send(method, "/api/v1" + withIds(path), body == null ? "" : body, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(status);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    /** A call invalidates no cache entry; Leeloo rejects the unknown tag. After a crash before the commit, a repeat would get another response. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /calls | {"userId":"64a0c3f00005000000000001","channelId":"64a0c3f00001000000000003","from":"+12025550100","to":"+12025550101","date":"2026-01-13T08:20:37Z","status":"SUCCESS","duration":61,"type":"INBOUND"} | applied | 201
            PUT  | /people/P/tags/64a0c3f00003000000000999 | | rejected | 404
            """)
    void finalResponseIsNotSentBeforeItsRecord(
            String method, String path, @Nullable String body, String outcome, int status) throws SQLException {
        var change = sendSlowly(method, withIds(path), body == null ? "" : body);
        block("pool");

        var reply = change.join();

        assertThat(reply.status()).as(reply.body()).isEqualTo(504);
        assertThat(reply.json().path("outcome").asString()).isEqualTo("unknown");
        assertThat(reply.json().path("retryable").asBoolean()).isFalse();
        release();
        var operation = "/api/v1/operations/" + reply.header("Operation-Id");
        await().until(() ->
                client.get(operation).json().path("outcome").asString().equals(outcome));
        var again = client.send(method, "/api/v1" + withIds(path), body == null ? "" : body, "Idempotency-Key", key);
        assertThat(again.status()).as(again.body()).isEqualTo(status);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void repeatBeforeTheInvalidationIsInProgress() throws SQLException {
        var change = sendSlowly("PUT", WEBINAR, "");
        block("lock");
        change.join();

        var again = client.send("PUT", "/api/v1" + WEBINAR, "", "Idempotency-Key", key);

        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(again.json().path("outcome").asString()).isEqualTo("sending");
    }

    @Test
    void successIsToldAfterTheInvalidation() throws SQLException {
        var change = sendSlowly("PUT", WEBINAR, "", "Request-Timeout", "20");
        assertThat(client.get(PERSON).body()).doesNotContain("\"name\":\"webinar\"");
        block("lock");

        assertThatThrownBy(() -> change.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

        release();
        assertThat(change.join().status()).isEqualTo(204);
        assertThat(client.get(PERSON).body()).contains("\"name\":\"webinar\"");
    }

    /** Returns when the change has reached Leeloo, which applies it a moment later. */
    private CompletableFuture<GatewayResponse> sendSlowly(String method, String path, String body, String... headers) {
        var leelooPath = path.replaceFirst("^(/\\w+).*", "$1");
        client.injectFault("slow-first-byte=600", 1, leelooPath);
        var all = new ArrayList<>(List.of("Idempotency-Key", key));
        all.addAll(headers.length == 0 ? List.of("Request-Timeout", "1.5") : List.of(headers));
        var change = CompletableFuture.supplyAsync(
                () -> client.send(method, "/api/v1" + path, body, all.toArray(String[]::new)));
        await().until(() -> !client.calls(leelooPath).isEmpty());
        return change;
    }

    private void block(String how) throws SQLException {
        if (how.equals("pool")) {
            while (blockers.size() < operations.getMaximumPoolSize()) {
                blockers.add(operations.getConnection());
            }
            return;
        }
        var connection = requests.getConnection();
        blockers.add(connection);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("select from cache_generations for update");
        }
    }

    private static String withIds(String text) {
        return text.replace("/P", "/" + ANNA).replace("/O", "/64a0c3f0000b000000000001");
    }
}
