package io.leeloogateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Gives each parameter an example that lies beside the code, and a type without null: no address can say null. */
@Component
class ParameterExampleCustomizer implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Stream.ofNullable(operation.getParameters())
                .flatMap(List::stream)
                .forEach(parameter -> complete(operation, parameter));
        return operation;
    }

    /** Swagger UI fills in a parameter's example, but not its schema's: nobody wants all filters at once. */
    private static void complete(Operation operation, Parameter parameter) {
        var schema = own(parameter.getSchema());
        parameter.setSchema(schema);
        ExampleFiles.ofParameter(operation.getOperationId(), parameter.getName())
                .ifPresent(example -> {
                    if (Boolean.TRUE.equals(parameter.getRequired())) {
                        parameter.setExample(example);
                    } else {
                        schema.setExamples(List.of(example));
                        parameter.setDescription(
                                parameter.getDescription() + "; for example `" + inAddress(example) + "`");
                    }
                });
    }

    private static String inAddress(JsonNode example) {
        return example.isArray() ? example.get(0).asText() : example.asText();
    }

    /** Parameters of the same type share one schema until they are told apart. */
    @SuppressWarnings("unchecked")
    private static Schema<Object> own(Schema<?> shared) {
        var schema = (Schema<Object>) AnnotationsUtils.clone(shared, true);
        schema.getTypes().remove("null");
        ValidationSchemaCorrector.dropIdle(schema);
        if (schema.getItems() != null) {
            ValidationSchemaCorrector.dropIdle(schema.getItems());
        }
        return schema;
    }
}
