package io.leeloogateway.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.TestClients;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Callers who need the whole quota wait no longer while a run goes on. */
@Tag("acceptance")
class SyncBesideCallersAcceptanceTests {

    private static final int LIMIT = 600;

    /** A queue before a limit that is used to the full never ends again. */
    private static final int READS_PER_MINUTE = LIMIT * 9 / 10;

    private static final int PEOPLE = 100_000;

    private int nextPerson = PEOPLE;

    @Test
    void callersWaitNoLongerWhileARunGoesOn() throws IOException {
        try (var postgres = PostgresProcess.start();
                var leeloo = new LargeLeeloo(PEOPLE, 0, Duration.ofMillis(50));
                var process =
                        GatewayProcess.start(postgres, leeloo.url(), "--gateway.quota.requests-per-minute=" + LIMIT)) {
            var gateway = new GatewayClient(process.uri("").toString(), key(process));
            // the budget of the first minute is full
            readForAMinute(gateway);
            var alone = readForAMinute(gateway);
            gateway.send("POST", "/api/v1/sync-runs", "{\"kind\":\"people\"}");
            await().until(() -> !leeloo.offsets(SyncKind.PEOPLE).isEmpty());
            var beside = readForAMinute(gateway);

            AcceptanceReport.print(
                    "sync-beside-callers",
                    List.of(
                            "%d reads a minute, each with a call, of a limit of %d".formatted(READS_PER_MINUTE, LIMIT),
                            "alone: p50 %d ms, p95 %d ms".formatted(percentile(alone, 50), percentile(alone, 95)),
                            "beside a run of %d pages: p50 %d ms, p95 %d ms"
                                    .formatted(
                                            leeloo.offsets(SyncKind.PEOPLE).size(),
                                            percentile(beside, 50),
                                            percentile(beside, 95))));
            assertThat(percentile(beside, 95)).isLessThanOrEqualTo(Math.max(500, 2 * percentile(alone, 95)));
        }
    }

    private static String key(GatewayProcess gateway) {
        var http = RestTestClient.bindToServer()
                .baseUrl(gateway.uri("").toString())
                .build();
        var clients = new TestClients(http, GatewayProcess.ADMIN_KEY);
        var form = new HashMap<>(TestClients.client("people:read", "sync:run"));
        form.put("requestsPerMinute", 100_000);
        return clients.newKey(clients.newClient(form));
    }

    /** Returns the times in milliseconds, in ascending order. */
    private List<Long> readForAMinute(GatewayClient gateway) {
        var times = new ConcurrentLinkedQueue<Long>();
        var interval = 60_000_000_000L / READS_PER_MINUTE;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (var i = 0; i < READS_PER_MINUTE; i++) {
                var path = "/api/v1/people/%024x".formatted(nextPerson++);
                LockSupport.parkNanos(start + i * interval - System.nanoTime());
                callers.execute(() -> times.add(read(gateway, path)));
            }
        }
        assertThat(times).hasSize(READS_PER_MINUTE);
        return times.stream().sorted().toList();
    }

    private static long read(GatewayClient gateway, String path) {
        var start = System.nanoTime();
        var response = gateway.get(path, "Request-Timeout", "30");
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long percentile(List<Long> times, int percent) {
        return times.get((times.size() - 1) * percent / 100);
    }
}
