package io.leeloogateway.audit.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditFixtures;
import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.audit.store.RefusingDatabase;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Exports with several pages, interrupted and empty, while responses wait for their audit events. */
@GatewayTest
@TestPropertySource(properties = {"test.database=exports", "gateway.audit.reads=await"})
class EntryExporterIntegrationTests {

    private static final String LIST = "/api/v1/audit-entries";

    /** Far more than the socket buffers hold. */
    private static final int MANY = 60_000;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    JdbcClient database;

    @Autowired
    RestTestClient http;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    @Value("${local.server.port}")
    int port;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String user;

    @Value("${spring.datasource.password}")
    String password;

    @Value("${gateway.access.demo-key}")
    String key;

    private final String id = "export-" + UUID.randomUUID();
    private GatewayClient caller;

    @BeforeEach
    void open() {
        caller = new GatewayClient(address, key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson"})
    void everyEntryIsExportedOnce(String format) {
        var entries = AuditFixtures.of(database, id, 1_234);

        var lines = caller.get(LIST + "?client=" + id, "Accept", format).body().lines();

        var found = new HashSet<String>();
        lines.map(line -> line.replaceAll("^(\\{\"id\":\")?([-0-9a-f]{36}).*", "$2"))
                .filter(line -> line.length() == 36)
                .forEach(line -> assertThat(found.add(line)).as(line).isTrue());
        assertThat(found).isEqualTo(entries);
    }

    /** Neither headers nor body are sent before. */
    @Test
    void auditEventIsCommittedBeforeTheFirstByte() throws Exception {
        AuditFixtures.of(database, id, MANY);

        var answer = HTTP.send(request("GET", "?client=" + id), BodyHandlers.ofInputStream());

        try (var _ = answer.body()) {
            assertThat(new AuditRows(database).find(id).call())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry)
                            .containsEntry("action", "audit.export")
                            .containsEntry("outcome", "success"));
        }
    }

    /** The response is streamed: its beginning arrives before the rest is read. */
    @Test
    void interruptedExportCutsTheConnection() throws Exception {
        AuditFixtures.of(database, id, MANY);
        try (var client = new SlowReader(port, "GET " + LIST + "?client=" + id, key, id)) {
            assertThat(client.headers()).startsWith("HTTP/1.1 200").containsIgnoringCase("transfer-encoding: chunked");

            String rest;
            try (var outage = new RefusingDatabase(url, user, password)) {
                outage.begin();
                rest = client.readToTheEnd();
            }

            assertThat(rest)
                    .contains(",export-")
                    .doesNotEndWith("0\r\n\r\n")
                    .doesNotContain("/problems/", "\"status\"");
        }
        var events = new AuditRows(database).of(id, 2);
        assertThat(events.getFirst()).containsEntry("outcome", "success");
        assertThat(events.getLast())
                .containsEntry("outcome", "failed")
                .containsEntry("entry_id", events.getFirst().get("entry_id"));
        await().until(() -> caller.get(GatewayClient.PERSON).status() == 200);
    }

    @Test
    void revokedKeyEndsItsExport() throws Exception {
        AuditFixtures.of(database, id, MANY);
        var clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var client = clients.newClient("audit:read");
        var revoked = clients.newKey(client);
        try (var reader = new SlowReader(port, "GET " + LIST + "?client=" + id, revoked, id)) {
            assertThat(reader.headers()).startsWith("HTTP/1.1 200");

            clients.delete(TestClients.keyPath(client, revoked));
            await().until(() -> clients.status("/api/v1/me", revoked) == 401);

            assertThat(reader.readToTheEnd()).contains(",export-").doesNotEndWith("0\r\n\r\n");
        }
        assertThat(new AuditRows(database).of(id, 2).getLast())
                .containsEntry("outcome", "denied")
                .containsEntry("status", 401);
    }

    @Test
    void exportWhoseReaderHangsUpIsNoFailure() throws Exception {
        AuditFixtures.of(database, id, MANY);
        try (var reader = new SlowReader(port, "GET " + LIST + "?client=" + id, key, id)) {
            assertThat(reader.headers()).startsWith("HTTP/1.1 200");
        }

        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(new AuditRows(database).find(id).call())
                        .extracting("outcome")
                        .containsOnly("success"));
    }

    @Test
    void exportWithoutEntriesIsEmpty() {
        var table = caller.get(LIST + "?client=unknown", "Accept", "text/csv", "X-Request-Id", id);
        var lines = caller.get(LIST + "?client=unknown", "Accept", "application/x-ndjson");

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body())
                .startsWith("id,at,requestId,")
                .endsWith(",changes,dialect\r\n")
                .hasLineCount(1);
        assertThat(lines.status()).isEqualTo(200);
        assertThat(lines.body()).isEmpty();
        assertThat(new AuditRows(database).only(id))
                .containsEntry("action", "audit.export")
                .extractingByKey("duration_ms")
                .satisfies(took -> assertThat((Long) took).isPositive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/x-ndjson", "text/*"})
    void headOfAnExportHasOneEventAndNoBody(String format) throws Exception {
        AuditFixtures.of(database, id, 1_000);

        var answer = HTTP.send(
                HttpRequest.newBuilder(request("HEAD", "?client=" + id), (name, _) -> !name.equals("Accept"))
                        .header("Accept", format)
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(new AuditRows(database).find(id).call()).hasSize(1);
    }

    /** The route decides, not the header Accept. */
    @Test
    void otherRoutesWaitForTheirAuditEventWhateverTheyAccept() throws Exception {
        for (var accept : new String[] {"application/x-ndjson, */*", "text/csv, application/json"}) {
            for (var i = 0; i < 10; i++) {
                var one = id + i + accept.length();
                assertThat(caller.get("/api/v1/tags", "Accept", accept, "X-Request-Id", one)
                                .status())
                        .isEqualTo(200);
                assertThat(new AuditRows(database).find(one).call()).hasSize(1);
            }
        }
    }

    private HttpRequest request(String method, String query) {
        return HttpRequest.newBuilder(URI.create(address + LIST + query))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + key)
                .header("Accept", "text/csv")
                .header("X-Request-Id", id)
                .build();
    }
}
