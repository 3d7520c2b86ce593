package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.Operation;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Lets an operation's description begin where its summary ends, and puts answers without a body into words. */
@Component
class DescriptionCustomizer implements GlobalOperationCustomizer {

    private static final Map<String, String> BODILESS =
            Map.of("202", "Taken by Leeloo, which tells no more about it", "204", "Done");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var summary = Objects.requireNonNullElse(operation.getSummary(), "");
        var description = Objects.requireNonNullElse(operation.getDescription(), "");
        if (description.startsWith(summary)) {
            operation.setDescription(description.substring(summary.length()).replaceFirst("^\\.?\\s*", ""));
        }
        operation.getResponses().forEach((status, response) -> {
            if (response.getContent() == null) {
                response.setDescription(BODILESS.getOrDefault(status, response.getDescription()));
            }
        });
        return operation;
    }
}
