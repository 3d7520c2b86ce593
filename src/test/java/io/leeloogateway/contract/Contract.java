package io.leeloogateway.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published OpenAPI document, as a caller reads it. */
record Contract(JsonNode document) {

    static Contract read(RestTestClient client) {
        var text = client.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseBody();
        return new Contract(JsonMapper.shared().readTree(Objects.requireNonNull(text)));
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method ->
                                operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()))));
        return operations;
    }

    /** What a reference leads to; anything else as it is. */
    JsonNode follow(JsonNode node) {
        var reference = node.path("$ref").stringValue("");
        return reference.isEmpty() ? node : document.requiredAt(reference.substring(1));
    }

    Stream<JsonNode> parameters(Operation operation) {
        return operation.node().path("parameters").valueStream().map(this::follow);
    }

    /** One way to call the gateway. */
    record Operation(String path, String method, JsonNode node) {

        String id() {
            return node.path("operationId").stringValue();
        }

        boolean isRoute() {
            return path.startsWith("/api/v1/");
        }

        JsonNode answers() {
            return node.path("responses");
        }

        int success() {
            return answers().propertyNames().stream()
                    .mapToInt(Integer::parseInt)
                    .min()
                    .orElseThrow();
        }

        JsonNode successAnswer() {
            return answers().path(String.valueOf(success()));
        }

        /** Its documented success, where that has a body. */
        Optional<JsonNode> successBody() {
            return Optional.ofNullable(successAnswer().path("content").get("application/json"));
        }

        Optional<JsonNode> requestBody() {
            return Optional.ofNullable(node.path("requestBody").path("content").get("application/json"));
        }

        @Override
        public String toString() {
            return id();
        }
    }
}
