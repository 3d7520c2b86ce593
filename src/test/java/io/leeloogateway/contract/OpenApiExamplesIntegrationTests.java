package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.SchemaConformity;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The examples of the document match real responses: each example is sent to the sandbox. */
@GatewayTest
class OpenApiExamplesIntegrationTests {

    /** An instant without milliseconds, or with more than three decimals. */
    private static final String OTHER_PRECISION =
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?!\\.[0-9]{3}Z)";

    private static final Set<String> PAGE = Set.of("limit", "offset");

    @Autowired
    private RestTestClient client;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private Contract contract;
    private String clientId;
    private String keyId;
    private String operationId;
    private JsonNode entry;
    private String runId;

    @BeforeEach
    void prepare() {
        reset();
        contract = Contract.read(client);
        createClient();
        operationId = new OperationCalls(client, demoKey).unknownOperation();
        runId = json(client.post()
                        .uri("/api/v1/sync-runs")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"kind\": \"tags\"}")
                        .exchange()
                        .returnResult(String.class))
                .path("id")
                .asString();
        entry = json(client.get()
                        .uri("/api/v1/audit-entries?action=people.addComment&limit=1")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                        .exchange()
                        .returnResult(String.class))
                .at("/items/0");
    }

    private void createClient() {
        var made = client.post()
                .uri("/api/v1/clients")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body("""
                        {"name": "%s", "owner": "o", "purpose": "p", "scopes": ["tags:read", "admin"]}""".formatted(UUID.randomUUID()))
                .exchange()
                .returnResult(String.class);
        clientId = json(made).path("id").stringValue();
        var key = client.post()
                .uri("/api/v1/clients/{id}/keys", clientId)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                .exchange()
                .returnResult(String.class);
        keyId = json(key).path("id").stringValue();
    }

    @AfterEach
    void reset() {
        client.post()
                .uri("/sandbox/reset?only=leeloo")
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
    }

    @TestFactory
    Stream<DynamicTest> everyRequestSucceedsAndItsAnswerHasTheFieldsOfItsExample() {
        return forEach(operation -> {
            var answer = call(operation, PAGE)
                    // create a comment: the last change of another test may have changed no field
                    .replacing("/audit-entries\\?", "/audit-entries?action=people.addComment&")
                    .replacing("/lookup$", "/lookup?email=anna.kovalenko.1@example.org")
                    .send(client);

            assertThat(answer.getStatus().value()).isEqualTo(operation.success());
            assertThat(answer.getResponseHeaders().headerNames()).contains("X-Request-Id");
            assertThat(answer.getResponseHeaders().getLocation() != null)
                    .isEqualTo(operation.successResponse().path("headers").has("Location"));
            assertThat(List.of("Operation-Id", "Age", "ETag", "Cache-Status"))
                    .allSatisfy(header -> assertThat(answer.getResponseHeaders().containsHeader(header))
                            .isEqualTo(
                                    operation.successResponse().path("headers").has(header)));
            operation.successBody().ifPresent(body -> {
                assertThat(answer.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
                assertThat(fields(json(answer))).isEqualTo(fields(body.path("example")));
                assertThat(body(answer)).doesNotContainPattern(OTHER_PRECISION);
                assertThat(new SchemaConformity(contract.document()).violations(json(answer), body.path("schema")))
                        .isEmpty();
            });
        });
    }

    @TestFactory
    Stream<DynamicTest> everyParameterTakesItsExample() {
        return forEach(operation -> {
            var answer = call(operation, ExampleCall.allOf(contract, operation))
                    // signed cursors
                    .replacing("(/(?:search|changes)\\?.*)cursor=[^&]*&", "$1")
                    // a look-up takes one of the two
                    .replacing("(/lookup\\?.*)&email=.*", "$1")
                    .send(client);

            assertThat(answer.getStatus().value()).isEqualTo(operation.success());
        });
    }

    @Test
    void everyOperationHasExamplesAndNoExampleIsUnused() throws IOException {
        var expected = new TreeSet<>(Set.of("parameters.json"));
        contract.operations().forEach(operation -> {
            operation.successBody().ifPresent(body -> expected.add(operation.id() + ".json"));
            operation.requestBody().ifPresent(body -> expected.add(operation.id() + ".request.json"));
        });

        var files = new PathMatchingResourcePatternResolver().getResources("classpath:openapi/**/*.json");

        assertThat(Stream.of(files).map(Resource::getFilename)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyParameterHasAnExampleAndNoExampleIsUnused() throws IOException {
        var examples = JsonMapper.shared()
                .readTree(getClass().getResourceAsStream("/openapi/parameters.json"))
                .propertyNames();

        var used = contract.operations().stream()
                .flatMap(operation -> contract.parameters(operation)
                        .filter(parameter -> !parameter.path("in").stringValue().equals("header"))
                        .map(parameter -> parameter.path("name").stringValue())
                        .map(name ->
                                examples.contains(operation.id() + "." + name) ? operation.id() + "." + name : name));

        assertThat(used.distinct()).containsExactlyInAnyOrderElementsOf(examples);
    }

    private Stream<DynamicTest> forEach(Consumer<Contract.Operation> check) {
        return contract.operations().stream()
                // there is no seal while jobs do not run: LatestSealIntegrationTests
                .filter(operation -> !operation.id().equals("findLatestSeal"))
                .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> {
                    reset();
                    createClient();
                    fillCache();
                    check.accept(operation);
                }));
    }

    /** A search finds only what somebody has read. */
    private void fillCache() {
        Stream.of("tags", "people/64a0c3f00001000000000002", "orders/64a0c3f0000b000000000001")
                .forEach(path -> client.get()
                        .uri("/api/v1/" + path)
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    private ExampleCall call(Contract.Operation operation, Set<String> query) {
        return ExampleCall.of(contract, operation, query)
                .replacing("/clients/cl_\\w+", "/clients/" + clientId)
                .replacing("/keys/\\w+", "/keys/" + keyId)
                .replacing("/operations/[0-9a-f-]+", "/operations/" + operationId)
                .replacing("/sync-runs/[0-9a-f-]+", "/sync-runs/" + runId)
                .replacing(
                        "/audit-entries/[0-9a-f-]{36}",
                        "/audit-entries/" + entry.path("id").asString())
                .replacing(
                        "/requests/.+", "/requests/" + entry.path("requestId").asString())
                .replacing("\"crm-export\"", "\"" + UUID.randomUUID() + "\"")
                .with(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv"})
    void exportLooksLikeItsExample(String format) {
        var export = body(client.get()
                .uri("/api/v1/audit-entries?action=people.addComment")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + demoKey)
                .header(HttpHeaders.ACCEPT, format)
                .exchange()
                .returnResult(String.class));
        var example = contract.document()
                .at("/paths/~1api~1v1~1audit-entries/get/responses/200/content")
                .path(format)
                .path("example")
                .stringValue();

        assertThat(export).doesNotContainPattern(OTHER_PRECISION);
        assertThat(columns(export)).isEqualTo(columns(example));
    }

    /** The columns of a table, or the fields of the first line. */
    private static Set<String> columns(String export) {
        var first = export.lines().findFirst().orElseThrow();
        return first.startsWith("{")
                ? fields(JsonMapper.shared().readTree(first))
                : new TreeSet<>(List.of(first.split(",")));
    }

    private static JsonNode json(EntityExchangeResult<String> answer) {
        return JsonMapper.shared().readTree(body(answer));
    }

    private static String body(EntityExchangeResult<String> answer) {
        return Objects.requireNonNull(answer.getResponseBody());
    }

    /** The paths of all fields; the items of a list share paths. */
    private static Set<String> fields(JsonNode node) {
        var fields = new TreeSet<String>();
        collect("", node, fields);
        // fields of the verification vary: other tests seal the audit log with other peppers; the usage depends on
        // earlier calls
        var varying =
                "\\.(newest|findings\\[]|(usage\\.)?last(Hour|Day)\\[]|usage\\.lastWeek\\.leelooActions\\[]|betterRoutes\\[]).*";
        fields.removeIf(field -> field.matches(varying));
        return fields;
    }

    private static void collect(String at, JsonNode node, Set<String> fields) {
        node.properties().forEach(field -> {
            fields.add(at + "." + field.getKey());
            collect(at + "." + field.getKey(), field.getValue(), fields);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(at + "[]", item, fields));
        }
    }
}
