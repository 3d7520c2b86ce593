package io.leeloogateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Each route of the contract leaves exactly one entry, whatever becomes of the call, and none tells what must not stand there. */
@GatewayTest
class DiaryCrawlIntegrationTests {

    private static final Set<String> OUTCOMES = Set.of("ok", "refused", "rejected", "failed", "unknown");

    @Autowired
    private RestTestClient client;

    @Autowired
    private JdbcClient database;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private Contract contract;

    @BeforeEach
    @AfterEach
    void reset() {
        client.post().uri("/sandbox/reset").exchange().expectStatus().is2xxSuccessful();
        contract = Contract.read(client);
    }

    @TestFactory
    Stream<DynamicTest> successLeavesOneEntry() {
        return each(call -> call.with(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey), null);
    }

    @TestFactory
    Stream<DynamicTest> refusalLeavesOneEntry() {
        return each(
                call -> call.withQuery("colour=red").with(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey), "refused");
    }

    @TestFactory
    Stream<DynamicTest> missingScopeLeavesOneEntry() {
        return each(call -> call.with(HttpHeaders.AUTHORIZATION, "Bearer " + GatewayTest.BOOTSTRAP_ADMIN_KEY), null);
    }

    @TestFactory
    Stream<DynamicTest> failureOfLeelooLeavesOneEntry() {
        return each(
                call -> call.with(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                        .with("X-Sandbox-Fault", "html-502")
                        .with(HttpHeaders.CACHE_CONTROL, "no-cache"),
                null);
    }

    /** The examples and the pretend Leeloo's seed are full of names, phones, e-mails and texts. */
    @Test
    void exportsTellNothingPersonal() {
        contract.operations().stream().filter(Contract.Operation::isRoute).forEach(operation -> {
            var id = "crawl-" + UUID.randomUUID();
            ExampleCall.of(contract, operation, Set.of())
                    .with(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                    .with("X-Request-Id", id)
                    .send(client);
            entriesOf(id);
        });

        for (var format : List.of("text/csv", "application/x-ndjson")) {
            var export = client.get()
                    .uri("/api/v1/audit-entries?client=demo")
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                    .header(HttpHeaders.ACCEPT, format)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .returnResult(String.class)
                    .getResponseBody();
            assertThat(export)
                    .contains("people.find", "orders.create")
                    .doesNotContainIgnoringCase("kovalenko")
                    .doesNotContainPattern("[\\w.]+@[\\w-]+\\.\\w+")
                    .doesNotContainPattern("\\+[0-9]{9,}")
                    .doesNotContain("12025550", "Called back", "Hello");
        }
    }

    private Stream<DynamicTest> each(java.util.function.UnaryOperator<ExampleCall> bend, @Nullable String outcome) {
        return contract.operations().stream()
                .filter(Contract.Operation::isRoute)
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    var id = "crawl-" + UUID.randomUUID();

                    var answer = bend.apply(ExampleCall.of(contract, operation, Set.of()))
                            .with("X-Request-Id", id)
                            .send(client);

                    var entry = entriesOf(id).getFirst();
                    assertThat(entry.get("entries")).isEqualTo(1L);
                    assertThat(entry.get("status")).isEqualTo(answer.getStatus().value());
                    assertThat(entry.get("operation")).isNotNull();
                    assertThat(OUTCOMES).contains(String.valueOf(entry.get("outcome")));
                    if (outcome != null) {
                        assertThat(entry.get("outcome")).isEqualTo(outcome);
                    }
                }));
    }

    /** The last word on the request, once it is said, and how many entries there are. */
    private List<Map<String, @Nullable Object>> entriesOf(String requestId) {
        return await().until(
                        () -> database.sql("""
                                select outcome, status, operation,
                                    (select count(distinct entry_id) from audit_events where request_id = :id) as entries
                                from audit_events where request_id = :id and kind = 'ended' order by id desc""").param("id", requestId).query().listOfRows(), rows -> !rows.isEmpty());
    }
}
