package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.access.usage.UsageFlusher;
import io.leeloogateway.fixtures.Callers;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SecondGateway;
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

/** Two instances on one database keep what one of them promises. */
@GatewayTest
class ReplicasIntegrationTests {

    private static final String ME = "/api/v1/me";
    private static final Duration PROMISED = Duration.ofSeconds(5);

    static SecondGateway second;

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    Callers here;
    Callers there;
    String client;
    String key;

    @BeforeAll
    static void startAnother() {
        second = SecondGateway.start();
    }

    @AfterAll
    static void stopIt() {
        second.close();
    }

    @BeforeEach
    void useAKeyOnBoth() {
        here = new Callers(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        there = second.callers();
        client = here.newClient("people:read");
        here.patch(Callers.CLIENTS + "/" + client, Map.of("requestsPerMinute", 100_000));
        key = here.newKey(client);
        assertThat(here.status(ME, key)).isEqualTo(200);
        assertThat(there.status(ME, key)).isEqualTo(200);
    }

    @Test
    void revocationCountsThereWithinFiveSeconds() {
        here.delete(Callers.keyPath(client, key));

        refusedWhileUsedAllTheTime(401, ME);
    }

    @Test
    void freezingCountsThereWithinFiveSeconds() {
        here.patch(Callers.CLIENTS + "/" + client, Map.of("state", "frozen"));

        refusedWhileUsedAllTheTime(401, ME);
    }

    @Test
    void networksCountThereWithinFiveSeconds() {
        here.patch(Callers.CLIENTS + "/" + client, Map.of("networks", List.of("192.0.2.0/24")));

        refusedWhileUsedAllTheTime(401, ME);
    }

    @Test
    void newScopesCountThereWithinFiveSeconds() {
        assertThat(there.status(Callers.CLIENTS, key)).isEqualTo(403);

        here.patch(Callers.CLIENTS + "/" + client, Map.of("scopes", List.of("admin")));

        refusedWhileUsedAllTheTime(200, Callers.CLIENTS);
    }

    @Test
    void limitOfSixtyLetsSixtyThroughOnBothTogether() {
        var key = keyOfClientWithLimit(60);

        var statuses = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> (i % 2 == 0 ? here : there).status(ME, key))
                .toList();

        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 200).count()).isBetween(57L, 63L);
    }

    @Test
    void leasesAreFewerThanRequests() {
        var key = keyOfClientWithLimit(2000);
        var before = second.connectionsUsed();

        IntStream.range(0, 300)
                .forEach(_ -> assertThat(there.status(Callers.CLIENTS, key)).isEqualTo(403));

        // Three leases of a hundred; the key is read now and then, and usage written.
        assertThat(second.connectionsUsed() - before).isBetween(3L, 8L);
    }

    @Test
    void usageOfBothIsShownTogether() {
        second.bean(UsageFlusher.class).write();

        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> assertThat(here.get(ME, key))
                        .bodyJson()
                        .extractingPath("usage.lastHour[?(@.operation == 'me.find')].requests")
                        .asArray()
                        .singleElement()
                        .satisfies(requests -> assertThat((Integer) requests).isGreaterThanOrEqualTo(2)));
    }

    @Test
    void whatWasUsedIsWrittenDownBeforeTheEnd() {
        try (var third = SecondGateway.start()) {
            IntStream.range(0, 7).forEach(_ -> third.callers().status(Callers.CLIENTS + "/x", key));
            IntStream.range(0, 7).forEach(_ -> third.callers().status(ME, key));
        }

        var lastUsed = database.sql("select last_used_at > now() - interval '5 seconds' from client_keys where id = ?")
                .param(Callers.idOf(key))
                .query(Boolean.class)
                .single();
        var used = database.sql("select sum(requests) from client_usage where client_id = ? and operation = 'me.find'")
                .param(client)
                .query(Long.class)
                .single();
        assertThat(lastUsed).isTrue();
        assertThat(used).isBetween(7L, 9L);
    }

    private void refusedWhileUsedAllTheTime(int expected, String path) {
        assertThat(here.status(path, key)).isEqualTo(expected);
        await().pollInterval(Duration.ofMillis(50)).atMost(PROMISED).until(() -> there.status(path, key) == expected);
    }

    private String keyOfClientWithLimit(int limit) {
        var form = new HashMap<>(Callers.client("people:read"));
        form.put("requestsPerMinute", limit);
        return here.newKey(here.newClient(Map.copyOf(form)));
    }
}
