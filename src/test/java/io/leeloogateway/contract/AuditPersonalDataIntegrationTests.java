package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.DatabaseContents;
import io.leeloogateway.fixtures.GatewayTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The audit log contains no personal data from any part of a request or response. */
@GatewayTest
@TestPropertySource(properties = "test.database=discretion")
class AuditPersonalDataIntegrationTests {

    /** Personal data of Anna from the examples, the sandbox and this test. */
    private static final List<String> PERSONAL = List.of(
            "Kovalenko",
            "12025550101",
            "12025550199",
            "@example",
            "Zaporizhzhia",
            "sesame",
            "Called back",
            "is it for beginners");

    private static final String ALL = "Anna Kovalenko, +12025550101, anna.kovalenko@example.org, open sesame";

    private static final Map<String, String> HEADERS = Map.of(
            "User-Agent", ALL,
            "Referer", "http://localhost/?phone=+12025550101",
            "Cookie", "name=Kovalenko",
            "X-Forwarded-For", "anna.kovalenko@example.org",
            "Idempotency-Key", ALL,
            "If-None-Match", "\"Kovalenko 12025550101\"",
            "Cache-Control", "no-cache, kovalenko=12025550101",
            "Accept-Language", "kovalenko",
            "traceparent", "Kovalenko 12025550101");

    @Autowired
    RestTestClient client;

    @Autowired
    JdbcClient database;

    @Value("${gateway.access.demo-key}")
    String key;

    private Contract contract;
    private final List<String> requests = new ArrayList<>();

    @BeforeEach
    void read() {
        client.post()
                .uri("/sandbox/reset?only=leeloo")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        contract = Contract.read(client);
    }

    @Test
    void auditLogContainsNoPersonalDataFromAnyPartOfARequest() {
        contract.operations().stream().filter(Contract.Operation::isRoute).forEach(operation -> {
            var call = ExampleCall.of(contract, operation, Set.of());
            send(call);
            send(HEADERS.entrySet().stream()
                    .reduce(call, (some, header) -> some.with(header.getKey(), header.getValue()), (some, _) -> some));
            send(call.withQuery("phone=%2B12025550101&email=anna.kovalenko@example.org&Kovalenko=open%20sesame"));
            send(call.withBody("{\"Kovalenko\": \"" + ALL + "\"}"));
            send(call.withBody("open sesame, Kovalenko"));
            send(call.with("Accept", "text/kovalenko"));
            send(call.with("Content-Type", "application/kovalenko+12025550101"));
            send(call.with("Request-Timeout", "Kovalenko"));
        });
        for (var path : List.of(
                "/people/Anna%20Kovalenko",
                "/people/+12025550101",
                "/people/12025550101",
                "/peple/Kovalenko",
                "/people/by-phone/12025550101",
                "/orders/anna.kovalenko@example.org",
                "/channels/Kovalenko/messages",
                "/operations/Kovalenko",
                "/requests/Kovalenko",
                "/requests/12025550101",
                "/clients/Kovalenko/keys/12025550101",
                "/audit-entries?phone=%2B12025550101",
                "/audit-entries?email=anna.kovalenko@example.org",
                "/%61udit-entries/Kovalenko")) {
            for (var method : List.of(HttpMethod.GET, HttpMethod.DELETE)) {
                send(method, path);
            }
        }
        for (var id : List.of("Anna Kovalenko", "+12025550101", "anna.kovalenko@example.org", "open sesame!")) {
            client.get()
                    .uri("/api/v1/tags")
                    .header("Authorization", "Bearer " + key)
                    .header("X-Request-Id", id)
                    .exchange();
            client.get().uri("/api/v1/tags").header("Authorization", id).exchange();
        }

        client.method(HttpMethod.valueOf("KOVALENKO")).uri("/api/v1/people").exchange();

        await().untilAsserted(() -> assertThat(recordedRequests()).containsAll(requests));
        assertThat(new DatabaseContents(database).find(PERSONAL)).noneMatch(place -> place.contains(".audit_"));
        for (var format : List.of("text/csv", "application/x-ndjson", "application/json")) {
            assertThat(get("/audit-entries?from=2026-01-01T00:00:00Z", format))
                    .contains("demoSandbox1")
                    .satisfies(AuditPersonalDataIntegrationTests::assertNoPersonalData);
        }
        requests.forEach(id -> assertNoPersonalData(get("/requests/" + id, "application/json")));
    }

    private static void assertNoPersonalData(String text) {
        PERSONAL.forEach(personal -> assertThat(text).doesNotContainIgnoringCase(personal));
    }

    private void send(ExampleCall call) {
        call.with("Authorization", "Bearer " + key)
                .with("X-Request-Id", newRequest(call.operation().id()))
                .send(client);
    }

    private void send(HttpMethod method, String path) {
        client.method(method)
                .uri(URI.create("/api/v1" + path))
                .header("Authorization", "Bearer " + key)
                .header("X-Request-Id", newRequest(method.name().toLowerCase(Locale.ROOT)))
                .exchange();
    }

    private String newRequest(String label) {
        requests.add(label + "-" + requests.size());
        return requests.getLast();
    }

    private List<String> recordedRequests() {
        return database.sql("select distinct request_id from audit_events where kind = 'ended'")
                .query((row, _) -> row.getString("request_id"))
                .list();
    }

    private String get(String path, String format) {
        return String.valueOf(client.get()
                .uri("/api/v1" + path)
                .header("Authorization", "Bearer " + key)
                .header("Accept", format)
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }
}
