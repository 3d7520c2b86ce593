package io.leeloogateway.audit.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.EventHmac;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@GatewayTest
class RefusalAggregatorIntegrationTests {

    private static final int LIMIT = 5;

    /** A minute can begin meanwhile. */
    private static final int MINUTES = 2;

    @Autowired
    JdbcClient database;

    @Autowired
    RefusalAggregator aggregator;

    @Autowired
    EventHmac hmacs;

    @Autowired
    RestTestClient http;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    private final String run = "refused-" + UUID.randomUUID() + "-";
    private TestClients clients;

    @BeforeEach
    void flush() {
        aggregator.flushAll();
        clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void requestsWithoutAKnownCallerAreSummedUpByStatus() {
        var unknown = new GatewayClient(address, "nonsense");
        for (var i = 0; i < 40; i++) {
            unknown.get(i % 2 == 0 ? "/api/v1/people" : "/api/v1/people?api_key=x", "X-Request-Id", run + i);
        }

        aggregator.flushAll();

        await().until(() -> requests(401) == 20 && requests(400) == 20);
        assertThat(rows())
                .hasSizeLessThanOrEqualTo(MINUTES * (RefusalCounter.MAX_RECORDED + 2))
                .allSatisfy(row -> assertThat(row).containsEntry("source", "127.0.0.1"));
        assertThat(row(401)).containsAllEntriesOf(Map.of("outcome", "denied", "problem", "unauthenticated"));
        assertThat(row(400)).containsAllEntriesOf(Map.of("outcome", "denied", "problem", "invalid-request"));
    }

    @Test
    void requestsOfAClientOverItsLimitAreSummedUpByStatus() {
        var form = new HashMap<>(TestClients.client("tags:read"));
        form.put("requestsPerMinute", LIMIT);
        var client = clients.newClient(form);
        var caller = new GatewayClient(address, clients.newKey(client));
        for (var i = 0; i < 40; i++) {
            caller.send(i % 2 == 0 ? "GET" : "PUT", "/api/v1/tags", "", "X-Request-Id", run + i);
        }

        aggregator.flushAll();

        await().until(() -> requests(200) + requests(405) + requests(429) == 40);
        assertThat(rows())
                .hasSizeLessThanOrEqualTo(MINUTES * (LIMIT + RefusalCounter.MAX_RECORDED + 2))
                .allSatisfy(row -> assertThat(row).containsEntry("client_id", client));
        assertThat(row(429)).containsAllEntriesOf(Map.of("outcome", "denied", "problem", "rate-limited"));
        assertThat(row(405)).containsAllEntriesOf(Map.of("outcome", "denied", "problem", "method-not-allowed"));
        assertThat(shownRequests(client)).isEqualTo(40);
    }

    @Test
    void failuresWithoutAKnownCallerAreSummedUp() {
        var address = IpAddress.parse("192.0.2.7").orElseThrow();
        var failure = new AuditEvent.Result(AuditOutcome.FAILED, 503, "issuer-unavailable", 5L, null, null, 0);
        for (var i = 0; i < 40; i++) {
            aggregator.shouldRecord(new RequestContext(run + i, Deadline.after(Duration.ZERO)), address, failure);
        }

        aggregator.flushAll();

        await().until(() -> requests(503) >= 40 - MINUTES * RefusalCounter.MAX_RECORDED);
        assertThat(row(503)).containsAllEntriesOf(Map.of("outcome", "failed", "source", "192.0.2.7"));
    }

    @Test
    void sumsAreSigned() {
        var unknown = new GatewayClient(address, "nonsense");
        for (var i = 0; i < 20; i++) {
            unknown.get("/api/v1/people", "X-Request-Id", run + i);
        }

        aggregator.flushAll();

        await().until(() -> requests(401) == 20);
        var isSigned = database.sql("select * from audit_events where request_id like ? and requests > 1")
                .param(run + "%")
                .query((row, _) -> hmacs.isValid(row))
                .list();
        assertThat(isSigned).isNotEmpty().containsOnly(true);
    }

    @Test
    void reasonThatTheCallerDoesNotSeeIsRecorded() {
        new GatewayClient(address, "nonsense").get("/api/v1/people", "X-Request-Id", run);

        var entry = new AuditRows(database).only(run);
        assertThat(String.valueOf(entry.get("details"))).contains("malformed");
        assertThat(String.valueOf(entry.get("problem"))).isEqualTo("unauthenticated");
    }

    private List<Map<String, @Nullable Object>> rows() {
        return database.sql("select * from audit_events where request_id like ? order by requests desc")
                .param(run + "%")
                .query()
                .listOfRows();
    }

    /** The event with this status that counts the most requests. */
    private Map<String, @Nullable Object> row(int status) {
        return rows().stream()
                .filter(row -> Objects.equals(row.get("status"), status))
                .findFirst()
                .orElseThrow();
    }

    private int requests(int status) {
        return rows().stream()
                .filter(row -> Objects.equals(row.get("status"), status))
                .mapToInt(row -> (int) Objects.requireNonNull(row.get("requests")))
                .sum();
    }

    /** The sum of what the route shows. */
    private int shownRequests(String client) {
        return new GatewayClient(address, clients.newKeyWithScopes("audit:read"))
                .get("/api/v1/audit-entries?limit=100&client=" + client)
                .json()
                .path("items")
                .valueStream()
                .mapToInt(entry -> entry.path("requests").asInt())
                .sum();
    }
}
