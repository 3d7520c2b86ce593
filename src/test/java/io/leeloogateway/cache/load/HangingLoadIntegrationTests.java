package io.leeloogateway.cache.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call that hangs does not hold back later reads of the same key. Each test reads a person of its own, because a call outlives its test. */
@GatewayTest
class HangingLoadIntegrationTests {

    private static final String HANGS = "slow-first-byte=20000";
    private static final AtomicInteger NUMBERS = new AtomicInteger(100);

    @Autowired
    JdbcClient database;

    @Autowired
    MeterRegistry meters;

    GatewayClient gateway;
    String id;
    String person;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        gateway.get("/api/v1/tags");
        id = "64a0c3f0000100000000%04x".formatted(2 * NUMBERS.incrementAndGet());
        person = "/api/v1/people/" + id;
    }

    @Test
    void readAfterAHangingCallIsAnsweredByASecondCall() {
        var retries = retries();
        var first = hangingRead();

        var next = gateway.get(person);

        assertThat(next.status()).isEqualTo(200);
        assertThat(next.cacheStatus()).isEqualTo("fwd=miss; stored");
        assertThat(first.join().status()).isEqualTo(200);
        assertThat(calls()).isEqualTo(2);
        assertThat(retries() - retries).isEqualTo(1);
        assertThat(gateway.get(person).cacheStatus()).isEqualTo("hit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "max-age=5", "max-stale", "no-store", "no-cache"})
    void manyReadsAfterAHangingCallShareASecondCall(String cacheControl) {
        var _ = hangingRead();

        var replies = IntStream.range(0, 20)
                .mapToObj(_ -> async(() -> gateway.getWithCacheControl(cacheControl, person)))
                .toList();

        assertThat(replies).allMatch(reply -> reply.join().status() == 200);
        assertThat(calls()).isBetween(2L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users",
                "/api/v1/orders?limit=3",
                "/api/v1/people?tag=vip&limit=3",
                "/api/v1/channels?limit=4"
            })
    void listAfterAHangingCallIsAnsweredByASecondCall(String path) {
        person = path;
        var _ = hangingRead();

        assertThat(gateway.get(path).status()).isEqualTo(200);
    }

    @Test
    void messagesAfterAHangingCallAreAnsweredByASecondCall() {
        person = "/api/v1/channels/64a0c3f00001000000000003/messages";
        var _ = hangingRead();

        assertThat(gateway.get(person).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "max-age=3600"})
    void staleEntryIsServedSoonWhileACallHangs(String cacheControl) {
        gateway.get(person);
        CacheAging.age(Duration.ofSeconds(70), database);
        gateway.injectFault(HANGS, 100, "/people/" + id);
        var started = System.nanoTime();

        var first = gateway.getWithCacheControl(cacheControl, person);
        var second = gateway.getWithCacheControl(cacheControl, person);

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        for (var reply : new GatewayResponse[] {first, second}) {
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.cacheStatus()).isEqualTo("fwd=stale; detail=served-stale");
            assertThat(reply.age()).isBetween(70, 80);
        }
        assertThat(calls()).isEqualTo(2);
        assertThat(leelooCalls(first)).isEqualTo(1);
        assertThat(leelooCalls(second)).isZero();
    }

    @Test
    void loadGoesOnAfterTheStaleEntryIsServed() {
        gateway.get(person);
        CacheAging.age(Duration.ofSeconds(70), database);
        gateway.injectFault("slow-first-byte=2500", 1, "/people/" + id);

        assertThat(gateway.get(person).cacheStatus()).isEqualTo("fwd=stale; detail=served-stale");

        await().untilAsserted(
                        () -> assertThat(gateway.get(person).cacheStatus()).isEqualTo("hit"));
        assertThat(calls()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=5", "no-cache", "no-cache, max-stale"})
    void readThatRefusesTheStaleEntryWaitsForLeeloo(String cacheControl) {
        gateway.get(person);
        CacheAging.age(Duration.ofSeconds(70), database);
        gateway.injectFault("slow-first-byte=2000", 1, "/people/" + id);

        var reply = gateway.getWithCacheControl(cacheControl, person);

        assertThat(reply.age()).isLessThan(5);
        assertThat(reply.cacheStatus()).doesNotContain("served-stale");
        assertThat(calls()).isEqualTo(2);
    }

    @Test
    void failureOfTheSecondCallDoesNotEndTheFirst() {
        gateway.injectFault("slow-first-byte=4000", 1, "/people/" + id);
        var first = hangingRead(async(() -> gateway.get(person)));
        gateway.injectFault("html-502", 1, "/people/" + id);

        var next = gateway.get(person);

        assertThat(next.status()).isEqualTo(503);
        assertThat(first.join().status()).isEqualTo(200);
    }

    @Test
    void anotherCallFollowsASecondCallThatHangs() {
        gateway.injectFault(HANGS, 2, "/people/" + id);
        var _ = hangingRead(async(() -> gateway.get(person, "Request-Timeout", "2")));

        var replies = IntStream.range(0, 5)
                .mapToObj(_ -> async(() -> gateway.get(person)))
                .toList();

        assertThat(replies).allMatch(reply -> reply.join().status() == 200);
        assertThat(calls()).isEqualTo(3);
    }

    private CompletableFuture<GatewayResponse> hangingRead() {
        gateway.injectFault(HANGS, 1, leelooPath());
        return hangingRead(async(() -> gateway.get(person, "Request-Timeout", "20")));
    }

    /** Returns when the load of the read is so old that the next read starts another call. */
    private CompletableFuture<GatewayResponse> hangingRead(CompletableFuture<GatewayResponse> read) {
        await().until(() -> !gateway.calls("/").isEmpty() && calls() > 0);
        var seen = System.nanoTime();
        await().until(() -> System.nanoTime() - seen > InFlightLoad.SLOW_AFTER.toNanos());
        return read;
    }

    private static CompletableFuture<GatewayResponse> async(Supplier<GatewayResponse> read) {
        return CompletableFuture.supplyAsync(read, Thread::startVirtualThread);
    }

    private long calls() {
        return gateway.calls(leelooPath()).size();
    }

    private String leelooPath() {
        return person.replaceFirst("\\?.*", "")
                .replace("/api/v1", "")
                .replace("/channels", "/communication-channels")
                .replace("/messages", "/chat-messages");
    }

    private double retries() {
        return meters.get("gateway.cache.load.retries")
                .tag("kind", "person")
                .counter()
                .count();
    }

    private int leelooCalls(GatewayResponse response) {
        var path = "/api/v1/requests/" + response.header("X-Request-Id");
        var trace = await().until(() -> gateway.get(path), found -> found.json().findValue("leelooCalls") != null);
        return trace.json().findValue("leelooCalls").asInt();
    }
}
