package io.leeloogateway.operations.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.Route;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents the headers of changes. Runs after the problems are documented: their examples show which responses have the headers. */
@Component
@Order(200)
class OperationHeadersCustomizer implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addParameters(IdempotencyKey.HEADER, key())
                .addHeaders(OperationHeaders.ID, id())
                .addHeaders(OperationHeaders.REPLAYED, replayed());
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(OperationHeadersCustomizer::isChange)
                .forEach(OperationHeadersCustomizer::describe);
    }

    private static boolean isChange(Operation operation) {
        return operation.getExtensions() != null
                && Route.Kind.CHANGE.value().equals(operation.getExtensions().get(Route.KIND_EXTENSION));
    }

    private static void describe(Operation change) {
        change.addParametersItem(new Parameter().$ref(IdempotencyKey.HEADER));
        change.getResponses().forEach((status, response) -> {
            var isSuccess = status.startsWith("2");
            if (isSuccess || shows(response, problem -> problem.has("operationId"))) {
                add(response, OperationHeaders.ID);
            }
            if (isSuccess || shows(response, OperationHeadersCustomizer::isReplayable)) {
                add(response, OperationHeaders.REPLAYED);
            }
        });
    }

    private static boolean isReplayable(JsonNode problem) {
        return problem.path("outcome").asText().equals(Outcome.REJECTED.value())
                && !problem.path("retryable").asBoolean()
                && !problem.path("type").asText().endsWith(ProblemType.LEELOO_CREDENTIALS.slug());
    }

    private static boolean shows(ApiResponse response, Predicate<JsonNode> kind) {
        return examples(response).anyMatch(kind);
    }

    private static Stream<JsonNode> examples(ApiResponse response) {
        return Optional.ofNullable(response.getContent()).stream()
                .flatMap(content -> content.values().stream())
                .flatMap(type -> Stream.ofNullable(type.getExamples()))
                .flatMap(examples -> examples.values().stream())
                .map(Example::getValue)
                .map(JsonNode.class::cast);
    }

    private static void add(ApiResponse response, String header) {
        response.addHeaderObject(header, new Header().$ref(header));
    }

    private static Parameter key() {
        return new HeaderParameter()
                .name(IdempotencyKey.HEADER)
                .description("""
            Identifies this change in retries: 1 to 255 printable ASCII characters, bare or in double quotes. The key is scoped to \
            your client and kept for 24 hours, unless the operators of the gateway configure another time. A repeat of the request gets the first response with `%s: true`, or a 409 while the \
            change is in progress or its outcome is unknown. The gateway sends the change again only if the first response was \
            `retryable` or `leeloo-credentials`, or the change was not applied. Another request with the same key is a 422""".formatted(OperationHeaders.REPLAYED))
                .schema(text("order-4711-paid"));
    }

    private static Header id() {
        return new Header()
                .description(
                        "The id of the operation that records this change; absent if the change was refused before the record")
                .schema(text("019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57").format("uuid"));
    }

    private static Header replayed() {
        return new Header()
                .description("Present if this is a replay of the first response to the idempotency key")
                .schema(text("true")._const("true"));
    }

    private static Schema<?> text(String example) {
        var text = new JsonSchema();
        text.addType("string");
        text.addExample(example);
        return text;
    }
}
