package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After POST /sandbox/reset, a team's test suite meets the same gateway as after a start. */
@GatewayTest
class SandboxResetIntegrationTests {

    private static final String CLIENT = """
            {"name": "shop", "owner": "team-shop", "purpose": "CI", "scopes": ["people:read"], "requestsPerMinute": 2}""";
    private static final String TAG = GatewayClient.PERSON + "/tags/64a0c3f00003000000000005";

    @Autowired
    private JdbcClient database;

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
    void secondRunOfATestSuiteMeetsTheSameAsTheFirst() {
        var first = run();
        demo.resetAll();
        var second = run();

        assertThat(second).isEqualTo(first);
        assertThat(first).contains("201", "200 leeloo-gateway; fwd=miss; stored", "204 true", "429", "200 2 items");
    }

    /** A new table must be reset too, or be listed here. */
    @Test
    void noTableKeepsWhatCallersSee() {
        run();
        demo.resetAll();

        var filled = tables().filter(
                        table -> !table.matches(
                                "audit_.*|cache_generations|cache_leases|quota_reports|replica_reports|gateway_instances|quota_ledger|scheduled_tasks|sync_pace|flyway_.*"))
                .filter(this::hasRows)
                .toList();

        assertThat(filled).isEmpty();
    }

    @Test
    void keysOfFormerClientsAreNotAccepted() {
        var former = new GatewayClient("http://127.0.0.1:" + port, newKey());
        assertThat(former.get("/api/v1/me").status()).isEqualTo(200);

        demo.resetAll();

        assertThat(former.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void resetOfTheSimulatedLeelooKeepsTheRest() {
        newKey();
        demo.send("PUT", TAG, "");

        demo.reset();

        assertThat(demo.get("/api/v1/clients").json().path("items")).hasSize(1);
        assertThat(demo.get("/api/v1/operations").json().path("items")).hasSize(1);
        assertThat(demo.getWithCacheControl("no-cache", GatewayClient.PERSON).body())
                .doesNotContain("64a0c3f00003000000000005");
    }

    private List<String> run() {
        var shop = new GatewayClient("http://127.0.0.1:" + port, newKey());
        var tag = List.of("Idempotency-Key", "ci-1").toArray(String[]::new);
        return Stream.<GatewayResponse>of(
                        demo.send("POST", "/api/v1/clients", CLIENT.replace("shop", "other")),
                        demo.get(GatewayClient.PERSON),
                        demo.get(GatewayClient.PERSON),
                        demo.send("PUT", TAG, "", tag),
                        demo.send("PUT", TAG, "", tag),
                        demo.get("/api/v1/people?limit=3"),
                        demo.send("POST", "/api/v1/people", "{\"name\": \"Eva\", \"phone\": \"+12025550143\"}"),
                        shop.get(GatewayClient.PERSON),
                        shop.get(GatewayClient.PERSON),
                        shop.get(GatewayClient.PERSON),
                        demo.get("/api/v1/operations"))
                .map(SandboxResetIntegrationTests::seen)
                .toList();
    }

    private static String seen(GatewayResponse response) {
        var isList = response.body().contains("\"nextCursor\"");
        return Stream.of(
                        String.valueOf(response.status()),
                        response.header("Idempotency-Replayed"),
                        response.header("Cache-Status"),
                        isList ? response.json().path("items").size() + " items" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String newKey() {
        var id = demo.send("POST", "/api/v1/clients", CLIENT).json().path("id").asString();
        return demo.send("POST", "/api/v1/clients/" + id + "/keys", "{}")
                .json()
                .path("key")
                .asString();
    }

    private Stream<String> tables() {
        return database
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()
                .stream();
    }

    private boolean hasRows(String table) {
        return database.sql("select exists (select 1 from " + table + ")")
                .query(Boolean.class)
                .single();
    }
}
