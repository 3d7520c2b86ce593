package io.leeloogateway.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.CacheAging;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists are fresh for 15 s and statistics for 60 s; both are served at once for another 30 s, while one call refreshes them. */
@GatewayTest
class StaleWhileRevalidateIntegrationTests {

    private static final String ORDERS = "/api/v1/orders?limit=7";

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        gateway.get("/api/v1/tags");
    }

    @ParameterizedTest
    @CsvSource({
        ORDERS + ", /orders, 20",
        "/api/v1/people?tag=vip&limit=3, /people, 40",
        "/api/v1/channels?limit=4, /communication-channels, 30",
        "/api/v1/tunnels/stats, /tunnels/stats, 70"
    })
    void staleEntryIsServedAtOnceAndRefreshedByOneCall(String path, String leelooPath, int seconds) {
        var before = gateway.get(path);
        age(seconds);
        gateway.injectFault("slow-first-byte=3000", 1, leelooPath);

        var replies = IntStream.range(0, 5).mapToObj(_ -> gateway.get(path)).toList();

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.body()).isEqualTo(before.body());
            assertThat(reply.cacheStatus()).matches("hit; ttl=-?\\d+; detail=stale-while-revalidate");
            assertThat(reply.age()).isBetween(seconds, seconds + 5);
        });
        await().untilAsserted(() -> assertThat(gateway.get(path).cacheStatus()).isEqualTo("hit"));
        assertThat(gateway.calls(leelooPath)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/people/64a0c3f00001000000000002", "/api/v1/orders/64a0c3f0000b000000000001"})
    void peopleAndOrdersAreNotServedWhileTheyAreRefreshed(String path) {
        gateway.get(path);
        age(61);

        assertThat(gateway.get(path).cacheStatus()).isEqualTo("fwd=stale; stored");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-age=10", "max-stale=2", "no-store", "no-cache"})
    void readThatRefusesTheStaleEntryWaitsForLeeloo(String cacheControl) {
        gateway.get(ORDERS);
        age(20);

        var reply = gateway.getWithCacheControl(cacheControl, ORDERS);

        assertThat(reply.cacheStatus()).contains("fwd=");
        assertThat(reply.age()).isLessThan(5);
    }

    @Test
    void readWithOnlyIfCachedStartsNoCall() {
        gateway.get(ORDERS);
        age(20);

        assertThat(gateway.getWithCacheControl("only-if-cached", ORDERS).status())
                .isEqualTo(504);
        assertThat(gateway.calls("/orders")).hasSize(1);
    }

    @Test
    void failedRefreshLeavesTheEntry() {
        gateway.get(ORDERS);
        age(20);
        gateway.injectFault("html-502", 10, "/orders");

        assertThat(gateway.get(ORDERS).cacheStatus()).contains("detail=stale-while-revalidate");
        await().until(() -> gateway.calls("/orders").size() > 1);
        age(40);

        assertThat(gateway.get(ORDERS).cacheStatus()).isEqualTo("fwd=stale; fwd-status=502; detail=served-stale");
    }

    @Test
    void entryFromBeforeAChangeIsNotServed() {
        gateway.get(ORDERS);
        age(20);
        gateway.send("PATCH", "/api/v1/orders/64a0c3f0000b000000000001", "{\"status\":\"RESOLVED\"}");

        assertThat(gateway.get(ORDERS).cacheStatus()).isEqualTo("fwd=miss; stored");
    }

    private void age(int seconds) {
        CacheAging.age(Duration.ofSeconds(seconds), database);
    }
}
