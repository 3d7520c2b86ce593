package io.leeloogateway.openapi;

import io.swagger.v3.oas.models.Operation;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Removes the summary from the start of a description and describes responses without a body. */
@Component
class DescriptionCustomizer implements GlobalOperationCustomizer {

    private static final Map<String, String> WITHOUT_BODY =
            Map.of("202", "Accepted by Leeloo; no result is available", "204", "Done");

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var summary = Objects.requireNonNullElse(operation.getSummary(), "");
        var description = Objects.requireNonNullElse(operation.getDescription(), "");
        if (description.startsWith(summary)) {
            operation.setDescription(description.substring(summary.length()).replaceFirst("^\\.?\\s*", ""));
        }
        operation.getResponses().forEach((status, response) -> {
            if (response.getContent() == null) {
                response.setDescription(WITHOUT_BODY.getOrDefault(status, response.getDescription()));
            }
        });
        return operation;
    }
}
