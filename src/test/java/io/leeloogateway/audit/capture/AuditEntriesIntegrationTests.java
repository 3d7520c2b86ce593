package io.leeloogateway.audit.capture;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@GatewayTest
class AuditEntriesIntegrationTests {

    @Autowired
    JdbcClient database;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "entry-" + UUID.randomUUID();
    private AuditRows rows;
    private GatewayClient caller;

    @BeforeEach
    void open() {
        rows = new AuditRows(database);
        caller = new GatewayClient(address, key);
    }

    @Test
    void readIsRecordedWithActorActionAndCallsToLeeloo() {
        get(GatewayClient.PERSON, "Cache-Control", "no-cache");

        var entry = rows.only(id);
        assertThat(entry)
                .contains(
                        entry("kind", "ended"),
                        entry("client_id", "demo"),
                        entry("source", "127.0.0.1"),
                        entry("action", "people.find"),
                        entry("target_kind", "person"),
                        entry("outcome", "success"),
                        entry("status", 200),
                        entry("served_from", "leeloo"),
                        entry("age_seconds", 0L));
        assertThat(String.valueOf(entry.get("leeloo_calls"))).matches("[12]");
        assertThat(AuditRows.tags(entry)).containsExactlyInAnyOrder("t:" + ANNA, "p:" + ANNA);
        assertThat(String.valueOf(entry.get("details"))).contains("attempts", "durationMs", "cacheStatus", "limit");
    }

    @Test
    void responseFromTheCacheIsRecordedAsSuch() {
        caller.get(GatewayClient.PERSON);

        get(GatewayClient.PERSON);

        assertThat(rows.only(id)).contains(entry("served_from", "cache"), entry("leeloo_calls", 0));
    }

    @Test
    void listIsRecordedWithEachPersonInTheResponse() {
        var people = get("/api/v1/people?limit=5").json().path("items");

        var ids = people.valueStream()
                .map(person -> "p:" + person.path("id").asString())
                .toList();
        assertThat(ids).hasSize(5);
        assertThat(AuditRows.tags(rows.only(id))).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void ordersAreRecordedWithTheirPerson() {
        get("/api/v1/people/" + ANNA + "/orders");

        assertThat(AuditRows.tags(rows.only(id))).contains("p:" + ANNA);
    }

    @Test
    void missingScopeIsRecordedAsDenied() {
        new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY).get(GatewayClient.PERSON, "X-Request-Id", id);

        assertDenied(403, "missing-scope", "people.find");
    }

    @Test
    void invalidRequestIsRecordedAsDenied() {
        get("/api/v1/people?fone=380500000000");

        assertDenied(400, "invalid-request", "people.list");
    }

    @Test
    void unknownRouteIsRecordedAsDenied() {
        get("/api/v1/peeple");

        assertDenied(404, "route-not-found", null);
    }

    @Test
    void wrongMethodIsRecordedAsDenied() {
        caller.send("PUT", "/api/v1/people", "{}", "X-Request-Id", id);

        assertDenied(405, "method-not-allowed", null);
    }

    @Test
    void missingPersonIsRecordedAsRejected() {
        get("/api/v1/people/ffffffffffffffffffffffff");

        assertThat(rows.only(id)).contains(entry("outcome", "rejected"), entry("status", 404));
        assertThat(AuditRows.tags(rows.only(id))).containsExactly("t:ffffffffffffffffffffffff");
    }

    @Test
    void failureIsRecordedAsFailed() {
        get("/api/v1/users/64a0c3f00001000000000077", "X-Sandbox-Fault", "html-502", "Cache-Control", "no-cache");

        assertThat(rows.only(id)).contains(entry("outcome", "failed"));
    }

    @Test
    void pathSegmentThatIsNoIdIsNotRecorded() {
        get("/api/v1/people/anna.kovalenko@example.org");

        assertThat(rows.only(id).toString()).doesNotContain("anna.kov");
        assertThat(rows.only(id)).contains(entry("status", 400), entry("target_kind", "person"));
    }

    @Test
    void fieldsOfABodyAreRecordedWithoutTheirValues() {
        var name = "Shop of " + UUID.randomUUID();
        new GatewayClient(address, GatewayTest.BOOTSTRAP_ADMIN_KEY)
                .send(
                        "POST",
                        "/api/v1/clients",
                        "{\"name\":\"%s\",\"owner\":\"a@b.ua\",\"purpose\":\"x\",\"scopes\":[\"people:read\"]}"
                                .formatted(name),
                        "X-Request-Id",
                        id);

        var entry = rows.only(id);
        assertThat(String.valueOf(entry.get("changes"))).contains("\"owner\"", "\"scopes\"");
        assertThat(entry.toString()).doesNotContain("Shop of").doesNotContain("a@b.ua");
    }

    private GatewayResponse get(String path, String... headers) {
        var all = new java.util.ArrayList<>(java.util.List.of(headers));
        all.addAll(java.util.List.of("X-Request-Id", id));
        return caller.get(path, all.toArray(String[]::new));
    }

    private void assertDenied(int status, String problem, @org.jspecify.annotations.Nullable String operation) {
        Map<String, Object> entry = rows.only(id);
        assertThat(entry)
                .contains(
                        entry("outcome", "denied"),
                        entry("status", status),
                        entry("problem", problem),
                        entry("action", operation));
    }
}
