package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Disabled changes are rejected as documented; reads are served. */
@GatewayTest
@TestPropertySource(properties = "gateway.operations.enabled=false")
class ChangesDisabledIntegrationTests {

    private static final List<String> COMPARED = List.of("type", "title", "status", "retryable", "outcome");

    @Autowired
    private RestTestClient client;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private Contract contract;

    @BeforeEach
    void prepare() {
        client.post()
                .uri("/sandbox/reset?only=leeloo")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        contract = Contract.read(client);
    }

    @Test
    void everyChangeIsRejectedAsDocumented() {
        var changes = contract.operations().stream()
                .filter(operation -> !example(operation).isMissingNode())
                .toList();

        assertThat(changes).hasSize(13).allSatisfy(change -> {
            var answer = call(change);
            var problem = JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
            assertThat(COMPARED)
                    .allSatisfy(field -> assertThat(problem.get(field))
                            .isEqualTo(example(change).get(field)));
            assertThat(problem.path("instance").asString())
                    .isEqualTo("/api/v1/requests/" + problem.path("requestId").asString());
            assertThat(problem.has("operationId")).isFalse();
            assertThat(answer.getResponseHeaders().containsHeader("Operation-Id"))
                    .isFalse();
        });
        assertThat(callsOfLeeloo()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void readsAreServed() {
        var reads = contract.operations().stream()
                .filter(operation -> operation.method().equals("get"))
                .filter(operation -> operation.path().matches("/api/v1/(people|orders|tunnels)"))
                .toList();

        assertThat(reads)
                .hasSize(3)
                .allSatisfy(read -> assertThat(call(read).getStatus().value()).isEqualTo(200));
    }

    private static JsonNode example(Contract.Operation operation) {
        return operation.responses().at("/503/content/application~1problem+json/examples/changes-disabled/value");
    }

    private EntityExchangeResult<String> call(Contract.Operation operation) {
        return ExampleCall.of(contract, operation, Set.of())
                .with(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                .send(client);
    }

    private String callsOfLeeloo() {
        var calls = client.get().uri("/sandbox/calls").exchange().returnResult(String.class);
        return String.valueOf(calls.getResponseBody());
    }
}
