package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;

/** The calls to Leeloo of the last hour, as GET /quota/history shows them. */
@GatewayTest
class QuotaHistoryIntegrationTests {

    private static final String HISTORY = "/api/v1/quota/history";

    @Autowired
    private QuotaHistory history;

    @Autowired
    private QuotaHistoryRepository repository;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private GatewayClient demo;

    @BeforeEach
    void connect() {
        demo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        demo.resetAll();
    }

    @Test
    void callsToLeelooAppearByClassAndByClient() {
        demo.getWithCacheControl("no-cache", GatewayClient.PERSON);
        history.flush();

        var classes = demo.get(HISTORY).json();
        var clients = demo.get(HISTORY + "?by=client").json();

        assertThat(classes.path("limit"))
                .isEqualTo(demo.get("/api/v1/quota").json().path("limit"));
        assertThat(demo.calls("")).isNotEmpty();
        assertThat(used(classes, "interactive-read")).isEqualTo(demo.calls("").size());
        assertThat(used(clients, "demo")).isEqualTo(demo.calls("").size());
    }

    @Test
    void countsOfReplicasAreAddedAndClientsAfterTheTenthAreOne() {
        var minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
        for (var replica = 1; replica <= 2; replica++) {
            var counts = new TreeMap<CallGroup, CallCounts>();
            for (var client = 1; client <= 12; client++) {
                counts.put(
                        new CallGroup("interactive-read", "cl_%02d".formatted(client)), new CallCounts(client, 1, 2));
            }
            repository.add(minute, counts);
        }

        var clients = demo.get(HISTORY + "?by=client").json();
        var all = demo.get(HISTORY).json().path("items").get(0);

        assertThat(used(clients, "cl_12")).isEqualTo(24);
        assertThat(used(clients, "others")).isEqualTo(2 * (1 + 2));
        assertThat(all.path("used").asInt()).isEqualTo(156);
        assertThat(all.path("waited").asInt()).isEqualTo(24);
        assertThat(all.path("refused").asInt()).isEqualTo(48);
        assertThat(all.path("minute").asString()).startsWith(minute.toString().substring(0, 16));
    }

    @Test
    void olderHoursAreNotShown() {
        var counts = new TreeMap<CallGroup, CallCounts>();
        counts.put(new CallGroup("background", "gateway"), new CallCounts(7, 0, 0));
        repository.add(Instant.now().minus(61, ChronoUnit.MINUTES), counts);

        assertThat(demo.get(HISTORY).json().path("items")).isEmpty();
    }

    @Test
    void unknownGroupingIsRefusedByName() {
        var response = demo.get(HISTORY + "?by=weather");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.json().path("errors").get(0).path("field").asString())
                .isEqualTo("by");
    }

    private static int used(JsonNode history, String name) {
        return history.path("items")
                .valueStream()
                .filter(item -> item.path("name").asString().equals(name))
                .mapToInt(item -> item.path("used").asInt())
                .sum();
    }
}
