package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.leeloogateway.fixtures.PostgresProcess;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A database of the release before V008 comes up and keeps its clients, keys, operations, cache entries and audit log. */
@Timeout(120)
class PreviousReleaseIntegrationTests {

    private static final String[] SETTINGS = {
        "--gateway.access.pepper=" + PreviousReleaseDatabase.PEPPER,
        "--gateway.operations.idempotency-retention=20000d",
        "--gateway.operations.retention=20000d",
        "--gateway.audit.retention-months=1200",
        "--gateway.cache.lists.stale-if-error=20000d"
    };

    private static PostgresProcess postgres;
    private static OwnGateway gateway;

    @BeforeAll
    static void migrate() {
        postgres = PostgresProcess.start();
        PreviousReleaseDatabase.createIn(postgres);
        gateway = OwnGateway.start(postgres, SETTINGS);
    }

    @AfterAll
    static void stop() {
        gateway.close();
        postgres.close();
    }

    @Test
    void keyStillOpensTheGateway() {
        var me = get("/api/v1/me");

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<String>read(me.body(), "$.name")).isEqualTo("Shop");
    }

    @Test
    void revokedKeyStaysRevoked() {
        assertThat(gateway.request("GET", "/api/v1/me", PreviousReleaseDatabase.REVOKED_KEY)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void idempotencyKeyIsReplayed() {
        var body = "{\"name\":\"Nora Example\",\"email\":\"nora@example.org\",\"phone\":\"+12025550177\"}";

        var replay = gateway.post("/api/v1/people", PreviousReleaseDatabase.KEY, "of-the-release-before-1", body);

        assertThat(replay.statusCode()).isEqualTo(201);
        assertThat(replay.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(JsonPath.<String>read(replay.body(), "$.id")).isEqualTo("64a0c3f0000100000000025a");
    }

    @Test
    void operationsKeepTheirOutcomes() {
        var operations = get("/api/v1/operations?limit=100").body();

        assertThat(JsonPath.<List<String>>read(operations, "$.items[*].outcome"))
                .containsExactly(
                        "applied",
                        "unknown",
                        "rejected",
                        "applied",
                        "applied",
                        "applied",
                        "applied",
                        "applied",
                        "applied");
        assertThat(JsonPath.<List<String>>read(operations, "$.items[*].action")).contains("people.addTag");
    }

    @Test
    void cacheEntryIsServed() {
        var orders = gateway.request(
                "GET",
                "/api/v1/orders?limit=3",
                PreviousReleaseDatabase.KEY,
                "Cache-Control",
                "max-stale, only-if-cached");

        assertThat(orders.statusCode()).isEqualTo(200);
        assertThat(orders.headers().firstValue("Cache-Status").orElseThrow()).contains("hit; ttl=-");
    }

    @Test
    void auditLogIsIntact() {
        var verification = get("/api/v1/audit-entries/verification?to=2026-11-29T00:00:00Z");

        assertThat(verification.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<Boolean>read(verification.body(), "$.intact")).isTrue();
        assertThat(JsonPath.<Integer>read(verification.body(), "$.events")).isEqualTo(PreviousReleaseDatabase.EVENTS);
    }

    @Test
    void pseudonymsOfEarlierChangesAreLinkedWithTheirTargets() {
        assertThat(postgres.database()
                        .sql("select count(*) from audit_pseudonym_links where target_id = '64a0c3f0000100000000025a'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void auditEntriesAreReadInTodaysWords() {
        var before = "/api/v1/audit-entries?limit=100&to=2026-11-29T00:00:00Z";

        assertThat(JsonPath.<List<String>>read(get(before).body(), "$.items[*].outcome"))
                .contains("success", "denied")
                .doesNotContain("ok", "refused");
        assertThat(JsonPath.<List<String>>read(get(before).body(), "$.items[?(@.servedFrom)].servedFrom"))
                .contains("cache", "leeloo", "gateway")
                .doesNotContain("copy");
        assertThat(JsonPath.<List<String>>read(get(before + "&outcome=success").body(), "$.items[*].outcome"))
                .isNotEmpty()
                .containsOnly("success");
    }

    private static HttpResponse<String> get(String path) {
        return gateway.request("GET", path, PreviousReleaseDatabase.KEY);
    }
}
