package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.FullQuota;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawLeeloo;
import io.leeloogateway.fixtures.RawResponseMode;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Sends comments: the reconciler cannot check them, so it does not interfere. */
@GatewayTest
@TestPropertySource(
        properties = {
            "test.database=outcomes",
            "gateway.sandbox.token=of-no-worth",
            "gateway.leeloo.change-connections=4",
            "gateway.leeloo.acquire-timeout=300ms"
        })
class OutcomesIntegrationTests {

    private static final RawLeeloo LEELOO = new RawLeeloo();
    private static final StringBuilder TABLE = new StringBuilder();
    private static final String COLUMNS = "%-34s %-6s %-9s %-9s %-9s %-9s %s%n";

    /** Too long for an index of PostgreSQL, which compresses regular texts. */
    private static final String LONG_ID = new Random(5)
            .ints(6_000, 0, 36)
            .mapToObj(digit -> Integer.toString(digit, 36))
            .collect(Collectors.joining());

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext gateway;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    String key;

    @DynamicPropertySource
    static void useRawLeeloo(DynamicPropertyRegistry settings) {
        settings.add("gateway.leeloo.base-url", LEELOO::url);
    }

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        key = UUID.randomUUID().toString();
        LEELOO.recover();
    }

    /** Closes connections first: a pending call would keep its connection. */
    @AfterEach
    void recover() {
        LEELOO.refuse();
        LEELOO.behave(FailureExample.fine()).recover();
    }

    @AfterAll
    static void logTable() {
        var head = COLUMNS.formatted("failure", "status", "outcome", "retryable", "key free", "replayed", "calls");
        LoggerFactory.getLogger(OutcomesIntegrationTests.class).info("outcomes\n{}{}", head, TABLE);
    }

    static List<FailureExample> failures() {
        return FailureExample.all();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everyFailureIsReportedWithItsOutcome(FailureExample failure) {
        if (failure.mode() == null) {
            LEELOO.refuse();
        } else {
            LEELOO.behave(failure.mode());
        }

        var reply = client.comment("Called", "Idempotency-Key", key, "Request-Timeout", failure.timeout());

        var calls = changes();
        assertThat(reply.status()).as(reply.body()).isEqualTo(failure.status());
        assertThat(reply.problem()).isEqualTo(failure.problem());
        assertThat(reply.text("outcome")).isEqualTo(failure.outcome());
        assertThat(reply.json().path("retryable").asBoolean()).isEqualTo(failure.retryable());
        assertThat(reply.text("operationId")).isNotEmpty().isEqualTo(reply.operationId());
        assertThat(calls).isEqualTo(failure.calls());
        assertRecorded(failure, reply);
        var again = repeat(failure, reply);
        TABLE.append(COLUMNS.formatted(
                failure.name(),
                reply.status(),
                reply.text("outcome"),
                failure.retryable(),
                again.status() == 201,
                again.isReplay(),
                calls));
    }

    private void assertRecorded(FailureExample failure, GatewayResponse reply) {
        var recorded = client.operation(reply.operationId());
        assertThat(recorded.text("outcome")).isEqualTo(failure.outcome());
        assertThat(recorded.json().path("status").asInt()).isEqualTo(failure.status());
        assertThat(recorded.text("idempotencyKey")).isEqualTo(key);
        assertThat(recorded.json().at("/history/0/outcome").asString()).isEqualTo("sending");
        assertThat(recorded.json().at("/history/1/outcome").asString()).isEqualTo(failure.outcome());
        var entry =
                client.get("/requests/" + reply.header("X-Request-Id")).json().at("/requests/0/entry");
        assertThat(entry.path("status").asInt()).isEqualTo(failure.status());
        assertThat(entry.path("problem").asString()).isEqualTo(failure.problem());
        assertThat(entry.path("leelooCalls").asInt()).isEqualTo(failure.calls());
    }

    private GatewayResponse repeat(FailureExample failure, GatewayResponse first) {
        LEELOO.behave(FailureExample.fine()).recover();
        FullQuota.reset(gateway);
        var again = client.comment("Called", "Idempotency-Key", key);
        switch (failure.repeat()) {
            case NEW_SEND -> {
                assertThat(again.status()).as(again.body()).isEqualTo(201);
                assertThat(again.isReplay()).isFalse();
                assertThat(client.operation(again.operationId()).text("retryOf"))
                        .isEqualTo(first.operationId());
                assertThat(changes()).isEqualTo(1);
            }
            case REPLAY -> {
                assertThat(again.replayedParts()).isEqualTo(first.replayedParts());
                assertThat(again.isReplay()).isTrue();
                assertThat(changes()).isZero();
            }
            case CONFLICT -> {
                assertThat(again.status()).isEqualTo(409);
                assertThat(again.problem()).isEqualTo("operation-unknown");
                assertThat(again.text("operationId")).isEqualTo(first.operationId());
                assertThat(again.text("outcome")).isEqualTo("unknown");
                assertThat(again.json().path("retryable").asBoolean()).isFalse();
                assertThat(changes()).isZero();
            }
        }
        return again;
    }

    @Test
    void lateResponseIsRecorded() {
        var release = new CountDownLatch(1);
        LEELOO.behave(held(release, FailureExample.fine()));

        var reply = client.comment("Called", "Idempotency-Key", key, "Request-Timeout", "0.5");

        assertThat(reply.status()).isEqualTo(504);
        assertThat(reply.text("outcome")).isEqualTo("unknown");
        release.countDown();
        await().until(() -> client.outcome(reply.operationId()).equals("applied"));
        var again = client.comment("Called", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.isReplay()).isTrue();
        assertThat(client.operation(reply.operationId())
                        .json()
                        .path("history")
                        .valueStream()
                        .map(step -> step.path("outcome").asString()))
                .containsExactly("sending", "unknown", "applied");
        assertThat(changes()).isEqualTo(1);
    }

    /** PostgreSQL's text type has no NUL. */
    @Test
    void createdIdWithNulDoesNotPreventTheRecord() {
        LEELOO.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":{\"id\":\"odd\\u0000id\"}}"));

        var reply = client.send("POST", "/orders", """
                {"personId": "%s", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001"}""".formatted(ChangeClient.ANNA));

        await().until(() -> client.outcome(reply.operationId()).equals("applied"));
    }

    @Test
    void createdIdTooLongForAnIndexDoesNotPreventTheRecord() {
        LEELOO.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":{\"id\":\"%s\"}}".formatted(LONG_ID)));

        var reply = client.send("POST", "/orders", """
                {"personId": "%s", "offerId": "64a0c3f0000c000000000001", "paymentCreditsId": "64a0c3f0000d000000000001"}""".formatted(ChangeClient.ANNA), "Idempotency-Key", key);

        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        await().until(() -> client.outcome(reply.operationId()).equals("applied"));
    }

    @Test
    void listWithAnIdThatCannotBeStoredIsServedAndRecorded() {
        var row = "{\"id\":\"%s\",\"name\":\"Eva\",\"createdAt\":\"+275760-09-13T00:00:00.000Z\"}".formatted(LONG_ID);
        LEELOO.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":[%s]}".formatted(row)));

        var reply = client.send("GET", "/people", "", "X-Request-Id", key, "Cache-Control", "no-cache");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.json().at("/items/0/id").asString()).isEqualTo(LONG_ID);
        await().until(() -> database.sql("select count(*) from audit_events where request_id = ?")
                        .param(key)
                        .query(Integer.class)
                        .single()
                == 1);
    }

    @Test
    void lateThrottlingReleasesTheKey() {
        var reply = respondTooLate(RawResponseMode.respond(429, "Too many requests, please try again later."));

        var again = client.comment("Called", "Idempotency-Key", key);

        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.isReplay()).isFalse();
        assertThat(client.operation(again.operationId()).text("retryOf")).isEqualTo(reply.operationId());
    }

    @Test
    void lateRejectionIsReplayed() {
        var reply =
                respondTooLate(RawResponseMode.respond(200, "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\"}}"));

        var again = client.comment("Called", "Idempotency-Key", key);

        assertThat(again.status()).as(again.body()).isEqualTo(422);
        assertThat(again.isReplay()).isTrue();
        assertThat(again.text("operationId")).isEqualTo(reply.operationId());
    }

    private GatewayResponse respondTooLate(RawResponseMode rejection) {
        var release = new CountDownLatch(1);
        LEELOO.behave(held(release, rejection));
        var reply = client.comment("Called", "Idempotency-Key", key, "Request-Timeout", "0.5");
        assertThat(reply.text("outcome")).as(reply.body()).isEqualTo("unknown");
        release.countDown();
        await().until(() -> client.outcome(reply.operationId()).equals("rejected"));
        LEELOO.behave(FailureExample.fine());
        return reply;
    }

    @Test
    void repeatWhileInProgressIsARetryableConflict() {
        var release = new CountDownLatch(1);
        LEELOO.behave(held(release, FailureExample.fine()));
        var first = CompletableFuture.supplyAsync(() -> client.comment("Called", "Idempotency-Key", key));
        await().until(() -> changes() == 1);

        var again = client.comment("Called", "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("operation-in-progress");
        assertThat(again.text("outcome")).isEqualTo("sending");
        assertThat(again.json().path("retryable").asBoolean()).isTrue();
        assertThat(again.header("Retry-After")).isEqualTo("1");
        release.countDown();
        assertThat(first.join().operationId()).isEqualTo(again.text("operationId"));
        assertThat(client.comment("Called", "Idempotency-Key", key).isReplay()).isTrue();
    }

    /** The second call of a client leaves half of the connections free. */
    @Test
    void changeWithoutFreeConnectionIsNotSent() {
        var release = new CountDownLatch(1);
        LEELOO.behave(held(release, FailureExample.fine()));
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var busy = IntStream.range(0, 2)
                    .mapToObj(_ -> callers.submit(() -> client.comment("Called")))
                    .toList();
            await().until(() -> changes() == 2);

            var reply = client.comment("Called", "Idempotency-Key", key, "Request-Timeout", "1");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.text("outcome")).isEqualTo("not_sent");
            assertThat(reply.json().path("retryable").asBoolean()).isTrue();
            assertThat(changes()).isEqualTo(2);
            release.countDown();
            assertThat(busy).allSatisfy(call -> assertThat(call.get().status()).isEqualTo(201));
            assertThat(client.comment("Called", "Idempotency-Key", key).status())
                    .isEqualTo(201);
        }
    }

    private static RawResponseMode held(CountDownLatch release, RawResponseMode then) {
        return socket -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            then.respond(socket);
        };
    }

    private static long changes() {
        return LEELOO.requests().stream()
                .filter(request -> !request.startsWith("GET "))
                .count();
    }
}
