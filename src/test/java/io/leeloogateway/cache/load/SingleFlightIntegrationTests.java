package io.leeloogateway.cache.load;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Concurrent reads of the same key share one call to Leeloo. */
@GatewayTest
class SingleFlightIntegrationTests {

    private static final int MANY = 500;
    private static final String SLOW = "slow-first-byte=";

    static @Nullable SecondGateway second;

    @Autowired
    JdbcClient database;

    GatewayClient here;
    GatewayClient there;
    int port;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        this.port = port;
        here = new GatewayClient("http://127.0.0.1:" + port, key);
        if (second == null) {
            second = SecondGateway.start(
                    "--gateway.leeloo.base-url=http://127.0.0.1:" + port + "/sandbox/leeloo/api/v2",
                    "--gateway.access.demo-requests-per-minute=100000",
                    "--spring.datasource.hikari.maximum-pool-size=2");
        }
        there = new GatewayClient(second.address(), key);
        here.reset();
    }

    @AfterAll
    static void stop() {
        if (second != null) {
            second.close();
            second = null;
        }
    }

    @Test
    void concurrentReadsMakeOneCall() {
        var person = "64a0c3f0000100000000000a";
        warmUp(here);
        here.injectFault(SLOW + 300, 1, "/people");

        var replies = atOnce(MANY, _ -> here.get("/api/v1/people/" + person));

        assertServedByOneCall(replies, person);
    }

    @Test
    void concurrentReadsOnTwoInstancesMakeOneCall() {
        var person = "64a0c3f00001000000000006";
        warmUp(here);
        warmUp(there);
        here.injectFault(SLOW + 300, 1, "/people");

        var replies = atOnce(MANY, i -> (i % 2 == 0 ? here : there).get("/api/v1/people/" + person));

        assertServedByOneCall(replies, person);
    }

    /** On a busy machine, some reads may not get a connection to the database in time. */
    private void assertServedByOneCall(List<GatewayResponse> replies, String person) {
        assertThat(replies)
                .allMatch(reply -> reply.status() == 200 || reply.problem().equals("database-unavailable"));
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSizeGreaterThan(MANY / 10);
        assertThat(here.calls("/people/" + person)).hasSize(1);
    }

    @Test
    void concurrentReadsGetTheSameFailure() {
        here.injectFault(SLOW + 500, 1, "/people");

        var replies = atOnce(20, _ -> here.get("/api/v1/people/64a0c3f00001000000009998"));

        assertThat(replies).allMatch(reply -> reply.status() == 404);
        assertThat(here.calls("/people/")).hasSize(1);
    }

    @Test
    void failureOfAnotherInstanceIsReturned() {
        here.injectFault(SLOW + 500, 1, "/people");
        var holder = CompletableFuture.supplyAsync(() -> here.get(PERSON, "Request-Timeout", "10"));
        await().until(() -> here.calls("/people").size() == 1);
        var waiter = CompletableFuture.supplyAsync(() -> there.get(PERSON));
        await().during(Duration.ofMillis(200)).until(() -> here.calls("/people").size() == 1);

        database.sql("update cache_loads set failure = ? where cache_key = ?")
                .params(
                        "{\"type\":\"LEELOO_UNREADABLE\",\"detail\":\"the failure of another instance\",\"errors\":[],\"retryAfterMillis\":null}",
                        "PERSON " + ANNA)
                .update();

        assertThat(waiter.join().json().path("detail").asString()).isEqualTo("the failure of another instance");
        assertThat(waiter.join().status()).isEqualTo(502);
        assertThat(holder.join().status()).isEqualTo(200);
    }

    @Test
    void readStopsWaitingAtItsOwnDeadline() {
        here.injectFault(SLOW + 1500, 1, "/people");
        var first = CompletableFuture.supplyAsync(() -> here.get(PERSON, "Request-Timeout", "0.5"));
        await().until(() -> here.calls("/people").size() == 1);
        var second = CompletableFuture.supplyAsync(() -> here.get(PERSON));
        var third = here.get(PERSON, "Request-Timeout", "0.3");

        assertThat(third.status()).isEqualTo(504);
        assertThat(first.join().status()).isEqualTo(504);
        assertThat(second.join().status()).isEqualTo(200);
        assertThat(second.join().cacheStatus()).isEqualTo("fwd=miss; stored; collapsed");
        assertThat(here.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void closedConnectionDoesNotStopTheLoad() throws IOException {
        here.injectFault(SLOW + 1000, 1, "/people");
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n\r\n"
                            .formatted(PERSON, here.key())
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> here.calls("/people").size() == 1);
        }

        assertThat(here.get(PERSON).status()).isEqualTo(200);
        assertThat(here.calls("/people/" + ANNA)).hasSize(1);
    }

    @Test
    void noCacheDoesNotJoinAnEarlierLoad() {
        here.injectFault(SLOW + 500, MANY, "/people");
        var old = CompletableFuture.supplyAsync(() -> here.get(PERSON));
        await().until(() -> here.calls("/people").size() == 1);
        here.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"new@example.org\"}");

        var replies = atOnce(100, _ -> here.getWithCacheControl("no-cache", PERSON));

        assertThat(replies).allMatch(reply -> reply.body().contains("new@example.org"));
        assertThat(old.join().status()).isEqualTo(200);
        var calls = here.calls("/people").stream()
                .filter(call -> call.startsWith("GET"))
                .count();
        System.out.println("100 reads with no-cache made " + (calls - 1) + " calls");
        assertThat(calls - 1).isLessThanOrEqualTo(3);
    }

    @Test
    void noCacheDoesNotWaitForAnEarlierLoadThatHangs() {
        here.injectFault("hang-after-apply=4000", 1, "/people/" + ANNA);
        var old = CompletableFuture.supplyAsync(() -> here.get(PERSON));
        await().until(() -> here.calls("/people/" + ANNA).size() == 1);

        var replies = atOnce(
                10, i -> (i % 2 == 0 ? here : there).get(PERSON, "Cache-Control", "no-cache", "Request-Timeout", "3"));

        assertThat(replies).extracting(GatewayResponse::status).containsOnly(200);
        assertThat(here.calls("/people/" + ANNA)).hasSizeBetween(2, 5);
        here.sendToLeeloo("PUT", "/people/" + ANNA, "{\"email\":\"new@example.org\"}");
        here.getWithCacheControl("no-cache", PERSON);
        assertThat(old.join().cacheStatus()).startsWith("fwd=miss");
        assertThat(there.get(PERSON).body()).contains("new@example.org");
    }

    @Test
    void readThatWaitedForAnotherInstanceIsCollapsed() {
        here.injectFault(SLOW + 1000, 1, "/people");
        var holder = CompletableFuture.supplyAsync(() -> here.get(PERSON));
        await().until(() -> here.calls("/people/" + ANNA).size() == 1);

        var waiter = there.get(PERSON);

        // on a busy machine, the load may be older than a second, and the waiter makes the second call
        var isSlow = here.calls("/people/" + ANNA).size() == 2;
        assertThat(waiter.cacheStatus()).startsWith(isSlow ? "fwd=miss" : "fwd=miss; stored; collapsed");
        assertThat(holder.join().cacheStatus()).startsWith("fwd=miss");
        assertThat(here.calls("/people/" + ANNA)).hasSizeBetween(1, 2);
    }

    @Test
    void expiredLeaseIsTakenOverAndTheEarlierEntryIsNotServed() {
        here.get(PERSON);
        database.sql("update cached_people set fetched_at = fetched_at - interval '2 hours'")
                .update();
        database.sql("""
                insert into cache_loads (cache_key, lease_id, generation, started_at, expires_at) select ?, gen_random_uuid(),
                    coalesce((select generation from cache_generations where scope = ?), 0), now(), now() + interval '1 second'""").params("PERSON " + ANNA, "PERSON " + ANNA).update();

        var reply = here.getWithCacheControl("max-age=60", PERSON);

        assertThat(reply.age()).isLessThan(60);
        assertThat(reply.cacheStatus()).isEqualTo("fwd=stale; stored");
        assertThat(here.calls("/people")).hasSize(2);
    }

    @Test
    void loadHoldsNoDatabaseConnectionDuringTheCall() {
        warmUp(there);
        here.injectFault(SLOW + 2000, MANY, "/people");

        var started = System.nanoTime();
        var replies = atOnce(20, i -> there.get("/api/v1/people/64a0c3f0000100000000%04x".formatted(2 * (i + 20))));

        assertThat(replies).extracting(GatewayResponse::status).containsOnly(200);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(6));
    }

    private void warmUp(GatewayClient gateway) {
        gateway.get("/api/v1/tags");
        for (var round = 0; round < 3; round++) {
            atOnce(MANY, _ -> gateway.get("/api/v1/people/64a0c3f00001000000000004"));
        }
    }

    private interface Numbered<T> {
        T call(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int times, Numbered<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> work.call(i)))
                    .toList();
            return futures.stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .toList();
        }
    }
}
