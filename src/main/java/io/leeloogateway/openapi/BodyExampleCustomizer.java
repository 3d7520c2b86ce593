package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds the examples of {@code openapi/*.json} to request and response bodies. */
@Component
class BodyExampleCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var id = operation.getOperationId();
        var body = Optional.ofNullable(operation.getRequestBody()).map(RequestBody::getContent);
        ExampleFiles.ofRequest(id).ifPresent(example -> show(body.orElse(null), example));
        ExampleFiles.ofResponse(id)
                .ifPresent(example ->
                        operation.getResponses().values().forEach(response -> show(response.getContent(), example)));
        return operation;
    }

    private static void show(@Nullable Content content, JsonNode example) {
        Stream.ofNullable(content)
                .flatMap(types -> Stream.ofNullable(types.get("application/json")))
                .forEach(type -> type.setExample(example));
    }
}
