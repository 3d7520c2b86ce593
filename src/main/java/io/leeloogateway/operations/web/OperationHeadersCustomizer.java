package io.leeloogateway.operations.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.leeloogateway.operations.OperationsProperties;
import io.leeloogateway.operations.idempotency.IdempotencyKey;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
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

/** Tells the OpenAPI document of the headers of changes; after room problem said what can go wrong, which tells a change from the rest. */
@Component
@Order(200)
class OperationHeadersCustomizer implements GlobalOpenApiCustomizer {

    private final OperationsProperties properties;

    OperationHeadersCustomizer(OperationsProperties properties) {
        this.properties = properties;
    }

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
        return operation.getResponses().values().stream()
                .flatMap(OperationHeadersCustomizer::examples)
                .anyMatch(problem -> problem.path("type")
                        .asText()
                        .equals(ProblemType.CHANGES_DISABLED.uri().toString()));
    }

    private static void describe(Operation change) {
        change.addParametersItem(new Parameter().$ref(IdempotencyKey.HEADER));
        change.getResponses().forEach((status, answer) -> {
            var isSuccess = status.startsWith("2");
            if (isSuccess || shows(answer, problem -> problem.has("operationId"))) {
                add(answer, OperationHeaders.ID);
            }
            if (isSuccess || shows(answer, OperationHeadersCustomizer::isKept)) {
                add(answer, OperationHeaders.REPLAYED);
            }
        });
    }

    private static boolean isKept(JsonNode problem) {
        return problem.path("outcome").asText().equals(Outcome.REJECTED.word())
                && !problem.path("retryable").asBoolean();
    }

    private static boolean shows(ApiResponse answer, Predicate<JsonNode> kind) {
        return examples(answer).anyMatch(kind);
    }

    private static Stream<JsonNode> examples(ApiResponse answer) {
        return Optional.ofNullable(answer.getContent()).stream()
                .flatMap(content -> content.values().stream())
                .flatMap(type -> Stream.ofNullable(type.getExamples()))
                .flatMap(examples -> examples.values().stream())
                .map(Example::getValue)
                .map(JsonNode.class::cast);
    }

    private static void add(ApiResponse answer, String header) {
        answer.addHeaderObject(header, new Header().$ref(header));
    }

    private Parameter key() {
        return new HeaderParameter()
                .name(IdempotencyKey.HEADER)
                .required(properties.requireIdempotencyKey())
                .description("""
            Names this change, so that it can be asked for again: 1 to 255 printable ASCII characters, bare or between double quotes. \
            It is your client's own and is kept for %d hours. The same request with the same key gets the first answer again, with \
            `%s: true`; as long as that is under way or unknown, a 409. It is sent anew where the answer was `retryable` or \
            nothing was applied. Another request with the same key is a 422""".formatted(properties.idempotencyRetention().toHours(), OperationHeaders.REPLAYED))
                .schema(text("order-4711-paid"));
    }

    private static Header id() {
        return new Header()
                .description("The operation that this change is written down as; not there where it was refused before")
                .schema(text("019ab0c4-5f3a-7c21-9f00-3b6a1d2e4c57").format("uuid"));
    }

    private static Header replayed() {
        return new Header()
                .description("There where this is the answer that the same key got first")
                .schema(text("true")._const("true"));
    }

    private static Schema<?> text(String example) {
        var text = new JsonSchema();
        text.addType("string");
        text.addExample(example);
        return text;
    }
}
