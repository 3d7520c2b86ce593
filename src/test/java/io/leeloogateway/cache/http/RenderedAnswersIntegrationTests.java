package io.leeloogateway.cache.http;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Equal requests get the bytes of one answer, as long as the entries it comes from are current and fresh. */
@GatewayTest
class RenderedAnswersIntegrationTests {

    private static final List<String> COMPARED =
            List.of("ETag", "Content-Type", "Content-Length", "Cache-Control", "Cache-Status", "Vary", "Pragma");

    @Autowired
    RestTestClient rest;

    @Autowired
    MeterRegistry meters;

    @Autowired
    HikariDataSource pool;

    @Autowired
    JdbcClient database;

    GatewayClient gateway;

    @BeforeEach
    void setUp(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PERSON,
                PERSON + "?expand=orders,operators",
                PERSON + "?raw=true",
                PERSON + "?view=summary",
                PERSON + "/orders",
                "/leeloo/api/v2/people/64a0c3f00001000000000002",
                "/leeloo/api/v2/people?limit=2",
                "/api/v1/people?limit=2",
                "/api/v1/people?phone=%2B12025550101",
                "/api/v1/orders?limit=3",
                "/api/v1/orders/64a0c3f0000b000000000001?expand=person",
                "/api/v1/channels/64a0c3f00001000000000003/person",
                "/api/v1/tags",
                "/api/v1/tunnels",
                "/api/v1/tunnels/stats",
                "/api/v1/users"
            })
    void equalRequestsGetTheSameAnswer(String path) {
        gateway.get(path);
        var first = gateway.get(path);

        var second = gateway.get(path);
        var unchanged = gateway.get(path, "If-None-Match", second.header("ETag"));

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        COMPARED.forEach(name -> assertThat(second.header(name)).as(name).isEqualTo(first.header(name)));
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(List.of(entry(second), entry(unchanged))).containsOnly(entry(first));
    }

    @Test
    void freshEntryInMemoryNeedsNoDatabase() {
        for (var path : List.of(PERSON, "/api/v1/people?limit=2", "/api/v1/tags")) {
            await().until(() -> gateway.get(path).cacheStatus().equals("hit"));
            var before = connectionsUsed();

            for (var read = 0; read < 200; read++) {
                assertThat(gateway.get(path).cacheStatus()).isEqualTo("hit");
            }

            assertThat(connectionsUsed() - before).as(path).isLessThan(40);
        }
    }

    @Test
    void answerIsSharedOnlyByCallersWithTheSameScopes() {
        var path = PERSON + "?expand=orders";
        assertThat(gateway.get(path).status()).isEqualTo(200);
        assertThat(gateway.get(path).body()).contains("\"orders\"");
        var limited = new TestClients(rest, GatewayTest.BOOTSTRAP_ADMIN_KEY).newKeyWithScopes("people:read");

        assertThat(new GatewayClient(gateway.address(), limited).get(path).status())
                .isEqualTo(403);
    }

    /** The entry of the audit log, without what differs between two requests. */
    private String entry(GatewayResponse response) {
        var requestId = response.header("X-Request-Id");
        await().until(() -> !entries(requestId).isEmpty());
        return Objects.requireNonNull(entries(requestId).getFirst());
    }

    private List<@Nullable String> entries(String requestId) {
        return database.sql("""
                        select concat_ws(' ', action, target_kind, array_to_string(array(select unnest(tags) order by 1), ','), outcome,
                            served_from, leeloo_calls) from audit_events where request_id = ?""").param(requestId).query(String.class).list();
    }

    private long connectionsUsed() {
        return meters.get("hikaricp.connections.acquire")
                .tag("pool", pool.getPoolName())
                .timer()
                .count();
    }
}
