package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.RawResponseMode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers get while Leeloo fails or hangs, and when it is back. A call is slow after two seconds here. */
class OpenBreakerIntegrationTests extends RawLeelooGateway {

    private static final String CHANGE = person(1) + "/tags/64a0c3f00003000000000003";
    private static final RawResponseMode DOWN = RawResponseMode.respond(502, "<html>");

    @Autowired
    private JdbcClient database;

    @Autowired
    private LeelooHealthIndicator health;

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
    void staleEntryIsServedAtOnce() {
        gateway.get(person(1));
        CacheAging.age(Duration.ofSeconds(70), database);

        whileOpen(() -> {
            var started = System.nanoTime();
            var reply = gateway.get(person(1));

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.cacheStatus()).isEqualTo("fwd=stale; detail=served-stale");
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(500));
        });
    }

    @Test
    void readWithoutAnEntryIsRefusedAtOnceAndHealthSaysSo() {
        whileOpen(() -> {
            var requests = LEELOO.requests().size();
            var reply = gateway.get(person(2));

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.json().path("type").asString()).isEqualTo("/problems/leeloo-unavailable");
            assertThat(reply.json().path("retryable").asBoolean()).isTrue();
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(LEELOO.requests()).hasSize(requests);
            assertThat(health.health().getDetails())
                    .containsEntry("readsCircuitBreaker", "open")
                    .containsEntry("changesCircuitBreaker", "closed");
        });
    }

    @Test
    void changesAreSentWhileReadsAreRefused() {
        open();
        LEELOO.behave(SimulatedPeople.except(request -> request.startsWith("GET"), DOWN));

        assertThat(gateway.send("PUT", CHANGE, "").status()).isEqualTo(204);
    }

    @Test
    void changesAreSentWhileAllConnectionsOfReadsHang() {
        LEELOO.behave(SimulatedPeople.except(SimulatedPeople::isPerson, RawResponseMode.silent()));
        var reads = IntStream.range(10, 50).mapToObj(number -> read(number)).toList();
        await().until(() -> LEELOO.requests().size() >= 32);

        assertThat(gateway.send("PUT", CHANGE, "").status()).isEqualTo(204);

        LEELOO.behave(SimulatedPeople.FINE);
        assertThat(reads).allMatch(reply -> reply.join().status() >= 200);
    }

    /** The hanging calls get no response, also after Leeloo is back. */
    @Test
    void peopleWhoseCallsHungAreReadWithinFiveSecondsAfterLeelooIsBack() {
        LEELOO.behave(SimulatedPeople.except(SimulatedPeople::isPerson, RawResponseMode.silent()));
        var hung = IntStream.range(60, 100).mapToObj(number -> read(number)).toList();
        assertThat(hung)
                .allMatch(reply -> List.of(503, 504).contains(reply.join().status()));
        var again = IntStream.range(60, 100).mapToObj(number -> read(number)).toList();
        LEELOO.behave(SimulatedPeople.FINE);

        await().atMost(Duration.ofSeconds(5))
                .until(() -> IntStream.range(60, 100)
                        .allMatch(number -> gateway.get(person(number)).status() == 200));
        assertThat(again).allMatch(reply -> reply.join().status() >= 200);
    }

    private CompletableFuture<GatewayResponse> read(int number) {
        return CompletableFuture.supplyAsync(() -> gateway.get(person(number)), Thread::startVirtualThread);
    }

    /** The breaker is open for a second; on a busy machine, the assertions may need several tries. */
    private void whileOpen(ThrowingRunnable assertions) {
        await().untilAsserted(() -> {
            open();
            assertions.run();
        });
    }

    /** Reads of another person fail until the breaker is open. */
    private void open() {
        LEELOO.behave(DOWN);
        await().pollInterval(Duration.ofMillis(1)).until(() -> {
            gateway.getWithCacheControl("no-cache", person(9));
            return "open".equals(health.health().getDetails().get("readsCircuitBreaker"));
        });
    }

    private static String person(int number) {
        return "/api/v1/people/64a0c3f0000100000000%04x".formatted(0x4000 + 2 * number);
    }
}
