package io.leeloogateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The document has nothing that generators turn into clients that do not compile, do not work or break with the next version. */
@GatewayTest
class OpenApiGeneratorsIntegrationTests {

    @Autowired
    private RestTestClient client;

    private Contract contract;
    private JsonNode schemas;

    @BeforeEach
    void read() {
        contract = Contract.read(client);
        schemas = contract.document().at("/components/schemas");
    }

    @Test
    void rawIsAnObject() {
        assertThat(schemas.findValues("raw")).hasSize(2).allSatisfy(raw -> {
            assertThat(raw.path("type").asString()).isEqualTo("object");
            assertThat(raw.path("additionalProperties").booleanValue()).isTrue();
        });
    }

    @Test
    void nullableReferenceIsEitherTheReferenceOrNull() {
        assertThat(objects(contract.document()))
                .filteredOn(node -> node.has("$ref"))
                .allSatisfy(node -> assertThat(node.propertyNames()).isSubsetOf("$ref", "description", "examples"));
        assertThat(schemas.at("/Me/properties/key/anyOf").toString())
                .isEqualTo("[{\"$ref\":\"#/components/schemas/CurrentApiKey\"},{\"type\":\"null\"}]");
        assertThat(schemas.at("/AuditEntry/properties/target/anyOf")).hasSize(2);
    }

    @Test
    void exactlyTheFormsHaveNoOtherFields() {
        var bodies = new TreeSet<String>();
        contract.operations().forEach(operation -> operation.requestBody().ifPresent(body -> collect(body, bodies)));

        assertThat(bodies).hasSizeGreaterThanOrEqualTo(17);
        assertThat(schemas.properties())
                .filteredOn(schema -> schema.getValue().has("properties"))
                .allSatisfy(schema -> assertThat(
                                schema.getValue().path("additionalProperties").isBoolean())
                        .as(schema.getKey())
                        .isEqualTo(bodies.contains(schema.getKey())));
    }

    private void collect(JsonNode node, Set<String> names) {
        node.findValuesAsString("$ref").stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .filter(names::add)
                .forEach(name -> collect(schemas.path(name), names));
        names.removeIf(name -> !schemas.path(name).has("properties"));
    }

    @Test
    void pagesHaveDefaults() {
        assertThat(parameters("limit"))
                .isNotEmpty()
                .allMatch(limit -> limit.at("/schema/default").asInt() == 20);
        assertThat(parameters("offset"))
                .isNotEmpty()
                .allMatch(offset -> offset.at("/schema/default").asInt(-1) == 0);
    }

    @Test
    void noListOfValuesIsWrittenTwiceOrHiddenInAPattern() {
        var lists = objects(contract.document()).stream()
                .flatMap(node -> Stream.of(node.path("enum"), node.path("x-extensible-enum")))
                .filter(values -> values.size() > 3)
                .map(JsonNode::toString)
                .toList();

        assertThat(lists)
                .filteredOn(values -> values.contains("people:read") || values.contains("not_sent"))
                .hasSize(2);
        assertThat(objects(contract.document()).stream()
                        .map(node -> node.path("pattern").asString("")))
                .filteredOn(pattern -> !pattern.isEmpty())
                .allSatisfy(pattern -> assertThat(pattern)
                        .startsWith("^")
                        .endsWith("$")
                        .doesNotMatch("\\^\\(?[a-z-]+(\\|[a-z-]+)*\\)?\\$"));
    }

    @Test
    void vocabulariesOfResponsesAreOpenAndListed() {
        assertThat(schemas.valueStream().flatMap(schema -> objects(schema).stream()))
                .filteredOn(node -> node.has("enum"))
                .allSatisfy(node -> assertThat(forms()).contains(node));
        assertThat(List.of("Scope", "Outcome", "ClientState", "ProblemType", "ErrorCode"))
                .allSatisfy(name ->
                        assertThat(schemas.path(name).path("x-extensible-enum")).isNotEmpty());
        assertThat(schemas.at("/Problem/properties/type/$ref").asString()).endsWith("/ProblemType");
        assertThat(schemas.at("/InvalidField/properties/code/$ref").asString()).endsWith("/ErrorCode");
        assertThat(contract.document().at("/info/description").asString()).contains("**Compatibility.**");
    }

    private List<ObjectNode> forms() {
        return schemas.propertyStream()
                .filter(schema -> schema.getKey().endsWith("Form"))
                .map(Map.Entry::getValue)
                .flatMap(form -> objects(form).stream())
                .toList();
    }

    @Test
    void expandIsAListOfConstants() {
        assertThat(parameters("expand")).hasSize(2).allSatisfy(expand -> {
            assertThat(expand.path("explode").booleanValue()).isFalse();
            assertThat(expand.at("/schema/type").asString()).isEqualTo("array");
            assertThat(expand.at("/schema/items/enum")).isNotEmpty();
        });
    }

    /** The layers over the generated clients give each other change a key. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients/java/src/main/java/io/leeloogateway/client/Gateway.java",
                "clients/typescript/src/index.ts"
            })
    void clientsKnowWhichChangesTakeAKey(String source) throws IOException {
        var own = Pattern.compile("(?:RegExp|compile)\\([\"'](.+)[\"']\\)").matcher(Files.readString(Path.of(source)));

        assertThat(own.find()).isTrue();
        assertThat(contract.operations())
                .filteredOn(operation -> !operation.method().equals("get"))
                .allSatisfy(operation -> assertThat(contract.parameters(operation)
                                .anyMatch(parameter ->
                                        parameter.path("name").asString().equals("Idempotency-Key")))
                        .as(operation.path())
                        .isNotEqualTo(Pattern.compile(own.group(1))
                                .matcher(operation.path())
                                .find()));
    }

    @Test
    void everyProblemResponseIsShared() {
        assertThat(contract.document().path("paths").valueStream().flatMap(JsonNode::valueStream))
                .allSatisfy(operation -> operation.path("responses").forEachEntry((status, response) -> {
                    if (!status.startsWith("2")) {
                        assertThat(response.has("$ref"))
                                .as(operation.path("operationId").asString() + " " + status)
                                .isTrue();
                    }
                }));
    }

    @Test
    void typesHaveTheNamesOfThings() {
        assertThat(schemas.propertyNames())
                .contains("Person", "PersonPage", "ApiKey", "ApiKeyPage", "RateLimitStatus", "TagList")
                .noneMatch(name -> name.endsWith("View") || name.matches("(Offset|Cursor|Items).+|Key|Limit"));
    }

    @Test
    void textsHaveBalancedCodeAndBraces() {
        assertThat(objects(contract.document()))
                .map(node -> node.path("description").asString(""))
                .allSatisfy(text -> {
                    assertThat(text.chars().filter(c -> c == '`').count() % 2).isZero();
                    assertThat(text).doesNotContainPattern("\\{[^}`]*`").doesNotContainPattern("`[^`{]*\\}`(?<!\\}`)");
                });
    }

    private List<JsonNode> parameters(String name) {
        return contract.operations().stream()
                .flatMap(contract::parameters)
                .filter(parameter -> parameter.path("name").asString().equals(name))
                .toList();
    }

    private static List<ObjectNode> objects(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.valueStream().forEach(child -> found.addAll(objects(child)));
        return found;
    }
}
