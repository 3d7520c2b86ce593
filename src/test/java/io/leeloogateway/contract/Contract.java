package io.leeloogateway.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published OpenAPI document. */
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
                        .forEach(method -> operations.add(
                                new Operation(path.getKey(), method.getKey(), resolved(method.getValue())))));
        return operations;
    }

    /** The operation with its shared responses in place of the references. */
    private JsonNode resolved(JsonNode operation) {
        var copy = (ObjectNode) operation.deepCopy();
        var responses = copy.withObject("/responses");
        responses.properties().forEach(status -> responses.set(status.getKey(), follow(status.getValue())));
        return copy;
    }

    /** Resolves a reference; returns any other node unchanged. */
    JsonNode follow(JsonNode node) {
        var reference = node.path("$ref").stringValue("");
        return reference.isEmpty() ? node : document.requiredAt(reference.substring(1));
    }

    Stream<JsonNode> parameters(Operation operation) {
        return operation.node().path("parameters").valueStream().map(this::follow);
    }

    /** An operation of the document. */
    record Operation(String path, String method, JsonNode node) {

        String id() {
            return node.path("operationId").stringValue();
        }

        boolean isRoute() {
            return path.startsWith("/api/v1/");
        }

        JsonNode responses() {
            return node.path("responses");
        }

        int success() {
            return responses().propertyNames().stream()
                    .mapToInt(Integer::parseInt)
                    .min()
                    .orElseThrow();
        }

        JsonNode successResponse() {
            return responses().path(String.valueOf(success()));
        }

        /** The documented body of a successful response. */
        Optional<JsonNode> successBody() {
            return Optional.ofNullable(successResponse().path("content").get("application/json"));
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
