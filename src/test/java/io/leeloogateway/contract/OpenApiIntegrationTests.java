package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SchemaConformity;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The published document describes every route completely. */
@GatewayTest
class OpenApiIntegrationTests {

    @Autowired
    private RestTestClient client;

    @Autowired
    private RequestMappingHandlerMapping mapping;

    private Contract contract;

    @BeforeEach
    void read() {
        contract = Contract.read(client);
    }

    @Test
    void everyRouteHasTheOperationIdOfItsMethod() {
        var published = contract.operations().stream().map(Contract.Operation::id);

        assertThat(published)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(routes().map(route -> route.getMethod().getName()), Stream.of("explainProblem"))
                                .toList());
    }

    @Test
    void everyRouteDeclaresItsSecurityAndScope() {
        var scopes = routes().collect(Collectors.toMap(
                route -> route.getMethod().getName(),
                route -> Objects.requireNonNull(route.getMethodAnnotation(Route.class))
                        .scope()));

        assertThat(contract.operations())
                .filteredOn(Contract.Operation::isRoute)
                .allSatisfy(operation -> {
                    var scope = Objects.requireNonNull(scopes.get(operation.id()));
                    assertThat(operation.node().path("security").toString())
                            .isEqualTo(
                                    scope.equals(Route.ANY_KEY) ? "[{\"key\":[]}]" : "[{\"key\":[\"" + scope + "\"]}]");
                    assertThat(operation.node().path("description").stringValue())
                            .contains(scope.equals(Route.ANY_KEY) ? "**Scope:** none" : "**Scope:** `" + scope + "`.")
                            .contains("**Cost:**", "**Freshness:**");
                });
        assertThat(contract.document()
                        .at("/components/securitySchemes/key/scheme")
                        .stringValue())
                .isEqualTo("bearer");
    }

    @Test
    void publicRoutesNeedNoKey() {
        assertThat(contract.operations())
                .filteredOn(operation -> !operation.isRoute())
                .isNotEmpty()
                .allSatisfy(operation ->
                        assertThat(operation.node().path("security")).isEmpty());
    }

    @Test
    void everyOperationHasASummaryAndADistinctDescription() {
        assertThat(contract.operations()).allSatisfy(operation -> {
            var summary = operation.node().path("summary").stringValue();
            var description = operation.node().path("description").stringValue();
            assertThat(summary).isNotBlank().doesNotEndWith(".");
            assertThat(description).isNotBlank().doesNotContain(summary).doesNotContain("<");
        });
    }

    @Test
    void everyParameterHasADescriptionATypeAndAnExample() {
        assertThat(contract.operations())
                .allSatisfy(operation -> assertThat(contract.parameters(operation))
                        .allSatisfy(parameter -> {
                            assertThat(parameter.path("description").stringValue())
                                    .isNotBlank();
                            assertThat(contract.follow(parameter.path("schema"))
                                            .path("type")
                                            .isString())
                                    .isTrue();
                            assertThat(parameter.has("example")
                                            || parameter.path("schema").has("examples")
                                            || parameter.path("schema").has("default"))
                                    .isTrue();
                        }));
    }

    @Test
    void headersThatAClientSetsOnceAreDocumentedOnce() {
        var once = List.of("X-Request-Id", "Request-Timeout", "If-None-Match");

        assertThat(contract.document().at("/info/description").stringValue()).contains(once);
        assertThat(contract.operations())
                .flatExtracting(operation -> contract.parameters(operation).toList())
                .extracting(parameter -> parameter.path("name").stringValue())
                .doesNotContainAnyElementsOf(once);
        assertThat(responses()).allMatch(answer -> answer.path("headers").has("X-Request-Id"));
    }

    @Test
    void everyChangeDocumentsIdempotencyKeyAndOperationId() {
        var changes = contract.operations().stream()
                .filter(operation -> contract.parameters(operation)
                        .anyMatch(parameter ->
                                parameter.path("name").stringValue().equals("Idempotency-Key")))
                .toList();

        assertThat(changes)
                .hasSize(13)
                .noneMatch(operation -> operation.method().equals("get"))
                .allSatisfy(operation -> {
                    assertThat(statusesWith("Operation-Id", operation))
                            .contains(String.valueOf(operation.success()), "409", "422", "502", "503", "504")
                            .doesNotContain("400", "401", "403", "429");
                    assertThat(statusesWith("Idempotency-Replayed", operation))
                            .contains(String.valueOf(operation.success()), "422")
                            .doesNotContain("400", "401", "403", "409", "429", "502", "503", "504");
                });
    }

    @Test
    void everyReadDocumentsItsCacheHeaders() {
        var reads = contract.operations().stream()
                .filter(operation -> operation.responses().has("304"))
                .toList();

        assertThat(reads)
                .hasSize(21)
                .allMatch(operation -> operation.method().equals("get"))
                .allSatisfy(operation -> {
                    assertThat(contract.parameters(operation)
                                    .map(parameter -> parameter.path("name").stringValue()))
                            .contains("Cache-Control");
                    assertThat(List.of("Age", "Cache-Control", "Cache-Status", "ETag"))
                            .allSatisfy(header ->
                                    assertThat(statusesWith(header, operation)).containsExactly("200", "304"));
                });
    }

    private static List<String> statusesWith(String header, Contract.Operation operation) {
        return operation
                .responses()
                .propertyStream()
                .filter(answer -> answer.getValue().path("headers").has(header))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void everyBodyHasASchemaAndValidExamples() {
        var conformity = new SchemaConformity(contract.document());
        var bodies = contract.operations().stream()
                .flatMap(operation -> Stream.concat(
                        operation.requestBody().stream(),
                        operation
                                .responses()
                                .valueStream()
                                .flatMap(answer -> answer.path("content").valueStream())));

        assertThat(bodies).hasSizeGreaterThan(200).allSatisfy(body -> {
            assertThat(examples(body)).isNotEmpty();
            assertThat(examples(body).flatMap(example -> conformity.violations(example, body.path("schema")).stream()))
                    .isEmpty();
        });
    }

    @Test
    void everyResponseIsJsonAndEveryErrorAProblem() {
        assertThat(contract.operations())
                .allSatisfy(operation -> operation
                        .responses()
                        .forEachEntry((status, answer) -> assertThat(
                                        answer.path("content").propertyNames())
                                .isSubsetOf(formats(status, operation))));
        assertThat(contract.operations())
                .filteredOn(Contract.Operation::isRoute)
                .allSatisfy(operation ->
                        assertThat(operation.responses().propertyNames()).contains("400", "401", "429", "503"));
        assertThat(contract.operations())
                .filteredOn(Contract.Operation::isRoute)
                // two scopes, of which one is enough
                .filteredOn(operation -> !operation.id().equals("listChanges"))
                .allSatisfy(operation -> assertThat(operation.responses().has("403"))
                        .isNotEqualTo(operation.node().at("/security/0/key").isEmpty()));
    }

    private static List<String> formats(String status, Contract.Operation operation) {
        if (!status.startsWith("2")) {
            return List.of("application/problem+json");
        }
        return switch (operation.id()) {
            case "listEntries" -> List.of("application/json", "application/x-ndjson", "text/csv");
            case "findSyncRun" -> List.of("application/json", "text/event-stream");
            default -> List.of("application/json");
        };
    }

    private Stream<HandlerMethod> routes() {
        return mapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.hasMethodAnnotation(Route.class))
                .filter(handler -> !handler.getBeanType().isAnnotationPresent(Hidden.class));
    }

    private Stream<JsonNode> responses() {
        return contract.operations().stream()
                .flatMap(operation -> operation.responses().valueStream());
    }

    private static Stream<JsonNode> examples(JsonNode body) {
        var one = Stream.ofNullable(body.get("example"));
        return Stream.concat(one, body.path("examples").valueStream().map(example -> example.path("value")));
    }
}
