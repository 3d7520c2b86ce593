package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.access.usage.UsageFlusher;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
import io.leeloogateway.fixtures.TestClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Revocation, limits and usage across two instances with one database. */
@GatewayTest
class ReplicasIntegrationTests {

    private static final String ME = "/api/v1/me";
    private static final Duration MAX_DELAY = Duration.ofSeconds(5);

    static SecondGateway second;

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    TestClients first;
    TestClients other;
    String client;
    String key;

    @BeforeAll
    static void startSecond() {
        second = SecondGateway.start();
    }

    @AfterAll
    static void stopSecond() {
        second.close();
    }

    @BeforeEach
    void useKeyOnBothInstances() {
        first = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        other = second.callers();
        client = first.newClient("people:read");
        first.patch(TestClients.CLIENTS + "/" + client, Map.of("requestsPerMinute", 100_000));
        key = first.newKey(client);
        assertThat(first.status(ME, key)).isEqualTo(200);
        assertThat(other.status(ME, key)).isEqualTo(200);
    }

    @Test
    void revocationTakesEffectOnTheOtherInstanceWithinFiveSeconds() {
        first.delete(TestClients.keyPath(client, key));

        assertStatusOnBothWhileKeyIsInUse(401, ME);
    }

    @Test
    void freezeTakesEffectOnTheOtherInstanceWithinFiveSeconds() {
        first.patch(TestClients.CLIENTS + "/" + client, Map.of("state", "frozen"));

        assertStatusOnBothWhileKeyIsInUse(401, ME);
    }

    @Test
    void networksTakeEffectOnTheOtherInstanceWithinFiveSeconds() {
        first.patch(TestClients.CLIENTS + "/" + client, Map.of("networks", List.of("192.0.2.0/24")));

        assertStatusOnBothWhileKeyIsInUse(401, ME);
    }

    @Test
    void scopesTakeEffectOnTheOtherInstanceWithinFiveSeconds() {
        assertThat(other.status(TestClients.CLIENTS, key)).isEqualTo(403);

        first.patch(TestClients.CLIENTS + "/" + client, Map.of("scopes", List.of("admin")));

        assertStatusOnBothWhileKeyIsInUse(200, TestClients.CLIENTS);
    }

    @Test
    void bothInstancesShareALimitOfSixty() {
        var key = keyOfClientWithLimit(60);

        var statuses = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? first : other).status(ME, key))
                .toList();

        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200).count()).isBetween(57L, 63L);
    }

    @Test
    void leasesAreFewerThanRequests() {
        var key = keyOfClientWithLimit(2000);
        var before = second.connectionsUsed();

        IntStream.range(0, 300)
                .forEach(_ -> assertThat(other.status(TestClients.CLIENTS, key)).isEqualTo(403));

        // Three leases of 100 requests, reads of the key, and writes of the usage.
        assertThat(second.connectionsUsed() - before).isBetween(3L, 8L);
    }

    @Test
    void usageOfBothInstancesIsAdded() {
        second.bean(UsageFlusher.class).flush();

        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(first.asAdmin(TestClients.CLIENTS + "/" + client + "/usage"))
                        .bodyJson()
                        .extractingPath("lastHour[?(@.action == 'me.find')].requests")
                        .asArray()
                        .singleElement()
                        .satisfies(requests -> assertThat((Integer) requests).isGreaterThanOrEqualTo(2)));
    }

    @Test
    void usageIsStoredAtShutdown() {
        try (var third = SecondGateway.start()) {
            IntStream.range(0, 7).forEach(_ -> third.callers().status(TestClients.CLIENTS + "/x", key));
            IntStream.range(0, 7).forEach(_ -> third.callers().status(ME, key));
        }

        var lastUsed = database.sql("select last_used_at > now() - interval '5 seconds' from client_keys where id = ?")
                .param(TestClients.idOf(key))
                .query(Boolean.class)
                .single();
        var used = database.sql("select sum(requests) from client_usage where client_id = ? and action = 'me.find'")
                .param(client)
                .query(Long.class)
                .single();
        assertThat(lastUsed).isTrue();
        assertThat(used).isBetween(7L, 9L);
    }

    private void assertStatusOnBothWhileKeyIsInUse(int expected, String path) {
        assertThat(first.status(path, key)).isEqualTo(expected);
        await().pollInterval(Duration.ofMillis(50)).atMost(MAX_DELAY).until(() -> other.status(path, key) == expected);
    }

    private String keyOfClientWithLimit(int limit) {
        var form = new HashMap<>(TestClients.client("people:read"));
        form.put("requestsPerMinute", limit);
        return first.newKey(first.newClient(Map.copyOf(form)));
    }
}
