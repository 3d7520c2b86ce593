package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.SecondGateway;
import io.leeloogateway.fixtures.TestClients;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Three minutes at two instances: one client asks for ten times the budget, three clients ask once a second; each read is new. */
@Tag("acceptance")
class QuotaAcceptanceTests {

    private static final int MINUTES = 3;

    /** Calls a second: ten times the budget. */
    private static final int RATE = 50;

    private static final int GUARANTEED = CountingLeeloo.LIMIT / 4 * MINUTES;
    private static final String FLOOD = "flood";
    private static final List<String> MODEST = List.of("anna", "boris", "clara");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, List<Reply>> replies = new ConcurrentHashMap<>();

    private record Reply(int status, long millis) {}

    @Test
    void floodUsesTheBudgetAndNobodyElsesShare() throws Exception {
        try (var leeloo = new CountingLeeloo();
                var first = start(leeloo);
                var second = start(leeloo)) {
            var gateways = List.of(first, second);
            var keys = new ConcurrentHashMap<String, String>();
            Stream.concat(Stream.of(FLOOD), MODEST.stream()).forEach(name -> keys.put(name, key(first, name)));

            run(gateways, keys);

            report(leeloo);
            assertThat(leeloo.throttled()).isZero();
            assertThat(leeloo.busiestWindow()).isLessThanOrEqualTo(CountingLeeloo.LIMIT);
            assertThat(leeloo.calls()).isGreaterThanOrEqualTo(MINUTES * CountingLeeloo.LIMIT * 95 / 100);
            assertThat(MODEST).allSatisfy(client -> {
                assertThat(answered(client)).isGreaterThanOrEqualTo((int) (0.99 * asked(client)));
                assertThat(p95(client)).isLessThan(1_000);
            });
            assertThat(jain()).isGreaterThanOrEqualTo(0.95);
        }
    }

    private static SecondGateway start(CountingLeeloo leeloo) {
        return SecondGateway.start(
                "--test.database=quota",
                "--gateway.quota.requests-per-minute=" + CountingLeeloo.LIMIT,
                "--gateway.leeloo.base-url=" + leeloo.url());
    }

    private static String key(SecondGateway gateway, String name) {
        var form = new HashMap<>(TestClients.client("people:read"));
        form.put("requestsPerMinute", 100_000);
        form.put("name", name);
        return gateway.callers().newKey(gateway.callers().newClient(form));
    }

    private void run(List<SecondGateway> gateways, Map<String, String> keys) {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var start = System.nanoTime();
            for (var tick = 0; tick < MINUTES * 60 * RATE; tick++) {
                var gateway = gateways.get(tick % gateways.size());
                ask(callers, gateway, FLOOD, keys);
                if (tick % RATE == RATE / 2) {
                    MODEST.forEach(client -> ask(callers, gateway, client, keys));
                }
                LockSupport.parkNanos(start + (tick + 1) * 1_000_000_000L / RATE - System.nanoTime());
            }
        }
    }

    private void ask(ExecutorService callers, SecondGateway gateway, String client, Map<String, String> keys) {
        var id = "64a0%020x".formatted(ids.incrementAndGet());
        callers.execute(() -> {
            var started = System.nanoTime();
            var request = HttpRequest.newBuilder(URI.create(gateway.address() + "/api/v1/people/" + id))
                    .header("Authorization", "Bearer " + keys.get(client))
                    .build();
            try {
                var status = http.send(request, BodyHandlers.discarding()).statusCode();
                replies.computeIfAbsent(client, _ -> new CopyOnWriteArrayList<>())
                        .add(new Reply(status, (System.nanoTime() - started) / 1_000_000));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private List<Reply> repliesTo(String client) {
        return replies.getOrDefault(client, List.of());
    }

    private int asked(String client) {
        return repliesTo(client).size();
    }

    private int answered(String client) {
        return (int) repliesTo(client).stream()
                .filter(reply -> reply.status() == 200)
                .count();
    }

    private long p95(String client) {
        var times = repliesTo(client).stream().map(Reply::millis).sorted().toList();
        return times.get((int) Math.ceil(0.95 * times.size()) - 1);
    }

    /** Jain's index of what each client got of what it asked for within its share. */
    private double jain() {
        var parts = Stream.concat(Stream.of(FLOOD), MODEST.stream())
                .mapToDouble(
                        client -> (double) Math.min(GUARANTEED, answered(client)) / Math.min(GUARANTEED, asked(client)))
                .toArray();
        var sum = 0.0;
        var squares = 0.0;
        for (var part : parts) {
            sum += part;
            squares += part * part;
        }
        return sum * sum / (parts.length * squares);
    }

    private void report(CountingLeeloo leeloo) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("%d calls in %d minutes (%.1f %% of the budget), at most %d in 60 s, %d throttled by Leeloo"
                .formatted(
                        leeloo.calls(),
                        MINUTES,
                        100.0 * leeloo.calls() / (MINUTES * CountingLeeloo.LIMIT),
                        leeloo.busiestWindow(),
                        leeloo.throttled()));
        Stream.concat(Stream.of(FLOOD), MODEST.stream())
                .map(client -> "%s asked %d, answered %d, p95 %d ms"
                        .formatted(client, asked(client), answered(client), p95(client)))
                .forEach(lines::add);
        lines.add("Jain's index over the shares: %.3f".formatted(jain()));
        AcceptanceReport.print("quota", lines);
    }
}
