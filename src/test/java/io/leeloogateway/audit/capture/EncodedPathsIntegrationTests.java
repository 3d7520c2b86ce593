package io.leeloogateway.audit.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records requests that reach a route, whatever the encoding of their path. */
@GatewayTest
class EncodedPathsIntegrationTests {

    @Autowired
    JdbcClient database;

    @Autowired
    RefusalAggregator aggregator;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "path-" + UUID.randomUUID();
    private AuditRows rows;
    private GatewayClient caller;

    @BeforeEach
    void open() {
        aggregator.flushAll();
        rows = new AuditRows(database);
        caller = new GatewayClient(address, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/v1/tags", "/ap%69/v1/tags", "/%61%70%69/v1/%74ags"})
    void escapedLettersAreDecoded(String path) {
        assertThat(caller.get(path, "X-Request-Id", id).status()).isEqualTo(200);

        assertThat(rows.only(id)).containsAllEntriesOf(Map.of("action", "tags.list", "outcome", "success"));
    }

    @ParameterizedTest
    @CsvSource({
        "//api/v1/tags, 400",
        "/api//v1/tags, 400",
        "/api;a=b/v1/tags, 400",
        "/;/api/v1/tags, 400",
        "/x/../api/v1/tags, 400",
        "/api/./v1/tags, 400",
        "/api, 404",
        "/api/, 404",
        "/api/v2/tags, 404",
        "/%6Ceeloo/api/v2/health, 404",
        "/%68ooks/leeloo, 404"
    })
    void requestWithoutARouteIsRecordedAsDenied(String path, int status) {
        assertThat(caller.get(path, "X-Request-Id", id).status()).isEqualTo(status);

        assertThat(rows.only(id)).containsAllEntriesOf(Map.of("outcome", "denied", "status", status));
    }

    /** Tomcat responds before the filters of the application. */
    @Test
    void escapedSlashIsABadRequest() {
        assertThat(caller.get("/api%2Fv1/tags").status()).isEqualTo(400);
    }

    @Test
    void otherPathsAreNotRecorded() {
        caller.get("/problems/not-found", "X-Request-Id", id);
        caller.get("/apis", "X-Request-Id", id);
        caller.get("/api/v1/tags", "X-Request-Id", id);

        assertThat(rows.only(id)).containsEntry("action", "tags.list");
    }
}
