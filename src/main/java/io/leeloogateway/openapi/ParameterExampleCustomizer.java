package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Adds an example to each parameter and removes null from its type, because a URL cannot contain null. */
@Component
class ParameterExampleCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .forEach(parameter -> complete(operation, parameter));
        return operation;
    }

    /** Swagger UI prefills the example of a parameter but not the example of its schema; optional filters stay empty. */
    private static void complete(Operation operation, Parameter parameter) {
        var schema = copyOf(parameter.getSchema());
        parameter.setSchema(schema);
        ExampleFiles.ofParameter(operation.getOperationId(), parameter.getName())
                .ifPresent(example -> {
                    if (Boolean.TRUE.equals(parameter.getRequired())) {
                        parameter.setExample(example);
                    } else {
                        schema.setExamples(List.of(example));
                        parameter.setDescription(parameter.getDescription() + "; for example `" + inUrl(example) + "`");
                    }
                });
    }

    private static String inUrl(JsonNode example) {
        return example.isArray()
                ? example.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : example.asText();
    }

    /** Parameters of the same type share one schema instance, so each parameter gets a copy. */
    @SuppressWarnings("unchecked")
    private static Schema<Object> copyOf(Schema<?> original) {
        var schema = (Schema<Object>) AnnotationsUtils.clone(original, true);
        if (schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
        if (schema.getPattern() != null) {
            ValidationSchemaCorrector.anchor(schema, schema.getPattern());
        }
        ValidationSchemaCorrector.dropZeroMinimums(schema);
        if (schema.getItems() != null) {
            ValidationSchemaCorrector.dropZeroMinimums(schema.getItems());
        }
        return schema;
    }
}
