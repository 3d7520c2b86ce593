package io.leeloogateway.operations.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.SecondGateway;
import io.leeloogateway.operations.OperationTableRows;
import io.leeloogateway.operations.OperationsTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@OperationsTest
class ConcurrencyIntegrationTests {

    @Autowired
    JdbcClient database;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    String key;
    String requestId;

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        key = UUID.randomUUID().toString();
        requestId = "r-" + UUID.randomUUID();
    }

    @Test
    void fiftyConcurrentRequestsSendOneChange() throws InterruptedException {
        assertSentOnce(sendConcurrently(List.of(client)));
    }

    @Test
    void fiftyConcurrentRequestsToTwoInstancesSendOneChange() throws InterruptedException {
        try (var second = SecondGateway.start(
                "--test.database=operations",
                "--gateway.leeloo.base-url=" + client.address() + "/sandbox/leeloo/api/v2",
                "--gateway.operations.reconciliations-per-minute=1")) {
            var other = client.at(second.address());
            other.get("/me");

            assertSentOnce(sendConcurrently(List.of(client, other)));
        }
    }

    private void assertSentOnce(List<GatewayResponse> replies) {
        assertThat(client.changesSentToLeeloo(requestId)).isEqualTo(1);
        var created = replies.stream().filter(reply -> reply.status() == 201).toList();
        assertThat(created).filteredOn(reply -> !reply.isReplay()).hasSize(1);
        assertThat(created.stream().map(GatewayResponse::replayedParts).distinct())
                .hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() != 201).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body()).isEqualTo(409);
            assertThat(reply.problem()).isEqualTo("operation-in-progress");
            assertThat(reply.header("Retry-After")).isEqualTo("1");
        });
        assertThat(replies.stream().map(GatewayResponse::operationId).distinct())
                .hasSize(1);
        assertThat(new OperationTableRows(database).count(requestId)).isEqualTo(1);
    }

    private List<GatewayResponse> sendConcurrently(List<ChangeClient> clients) throws InterruptedException {
        var start = new CountDownLatch(1);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 50)
                    .mapToObj(i -> callers.submit(() -> {
                        start.await();
                        return clients.get(i % clients.size())
                                .comment("Called", "Idempotency-Key", key, "X-Request-Id", requestId);
                    }))
                    .toList();
            start.countDown();
            callers.shutdown();
            assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            return calls.stream().map(Future::resultNow).toList();
        }
    }
}
