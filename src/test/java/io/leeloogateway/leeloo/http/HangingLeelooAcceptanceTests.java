package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.RawResponseMode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A thousand callers wait for a Leeloo that hangs, and others read from the cache. */
@Tag("acceptance")
class HangingLeelooAcceptanceTests extends RawLeelooGateway {

    private static final int WAITING = 1_000;
    private static final int READS = 1_000;
    private static final int READERS = 4;
    /** Too few for the circuit breaker, which would end the wait. */
    private static final int HANGING_PEOPLE = 2;

    private GatewayClient gateway;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        LEELOO.behave(SimulatedPeople.FINE).recover();
        gateway.get("/api/v1/tags");
    }

    @AfterEach
    void recover() {
        LEELOO.closeConnections();
        LEELOO.recover();
    }

    @Test
    void readsFromTheCacheKeepTheirPaceWhileAThousandCallersWait() throws IOException {
        var cached = person(0);
        gateway.get(cached);
        measure(cached);
        var normal = measure(cached);
        LEELOO.behave(SimulatedPeople.except(SimulatedPeople::isPerson, RawResponseMode.silent()));

        var waiting = IntStream.range(0, WAITING)
                .mapToObj(number -> async(person(1 + number % HANGING_PEOPLE)))
                .toList();
        await().atMost(Duration.ofSeconds(20)).until(() -> LEELOO.requests().size() >= HANGING_PEOPLE);
        measure(cached); // the callers arrive meanwhile
        var hanging = measure(cached);
        var stillWaiting = waiting.stream().filter(reply -> !reply.isDone()).count();
        LEELOO.behave(SimulatedPeople.FINE);
        var returned = System.nanoTime();
        await().atMost(Duration.ofSeconds(5))
                .until(() -> IntStream.rangeClosed(1, HANGING_PEOPLE)
                        .allMatch(number -> gateway.get(person(number)).status() == 200));
        var recovery = Duration.ofNanos(System.nanoTime() - returned);

        AcceptanceReport.print(
                "hanging-leeloo",
                List.of(
                        "p99 of %d reads from the cache: %.1f ms; with %d callers waiting for Leeloo: %.1f ms"
                                .formatted(READS, millis(normal), stillWaiting, millis(hanging)),
                        "people whose calls hung are read %d ms after Leeloo is back".formatted(recovery.toMillis())));
        assertThat(stillWaiting).isGreaterThan(WAITING * 9 / 10);
        assertThat(hanging).isLessThan(2 * normal);
        assertThat(waiting).allMatch(reply -> reply.join().status() >= 200);
    }

    /** The 99th percentile, in nanoseconds. */
    private long measure(String path) {
        try (var readers = Executors.newFixedThreadPool(READERS)) {
            var times = IntStream.range(0, READS)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> timeOf(path), readers))
                    .toList();
            return times.stream()
                    .mapToLong(CompletableFuture::join)
                    .sorted()
                    .skip(READS * 99L / 100)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private long timeOf(String path) {
        var started = System.nanoTime();
        assertThat(gateway.getWithCacheControl("max-stale", path).cacheStatus()).startsWith("hit");
        return System.nanoTime() - started;
    }

    private CompletableFuture<GatewayResponse> async(String path) {
        return CompletableFuture.supplyAsync(
                () -> gateway.get(path, "Request-Timeout", "30"), Thread::startVirtualThread);
    }

    private static double millis(long nanos) {
        return nanos / 1_000_000.0;
    }

    private static String person(int number) {
        return "/api/v1/people/64a0c3f0000100000000%04x".formatted(0x7000 + 2 * number);
    }
}
