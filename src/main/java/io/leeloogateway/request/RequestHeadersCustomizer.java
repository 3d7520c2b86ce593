package io.leeloogateway.request;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the OpenAPI document of the headers that all routes take and give; after everybody else added answers. */
@Component
@Order(900)
class RequestHeadersCustomizer implements GlobalOpenApiCustomizer {

    private static final String ROUTES = "/api/";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addParameters(RequestId.HEADER, requestId())
                .addParameters(Deadline.HEADER, deadline())
                .addHeaders(RequestId.HEADER, answeredId());
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperations().forEach(operation -> describe(operation, path.startsWith(ROUTES))));
    }

    private static void describe(Operation operation, boolean isRoute) {
        if (isRoute) {
            operation.addParametersItem(new Parameter().$ref(RequestId.HEADER));
            operation.addParametersItem(new Parameter().$ref(Deadline.HEADER));
        }
        operation
                .getResponses()
                .values()
                .forEach(answer -> answer.addHeaderObject(RequestId.HEADER, new Header().$ref(RequestId.HEADER)));
    }

    private static Parameter requestId() {
        return new HeaderParameter()
                .name(RequestId.HEADER)
                .description("The id to call this request by; made where none, or none of this form, is given")
                .schema(idSchema());
    }

    private static Parameter deadline() {
        var seconds = new JsonSchema();
        seconds.addType("number");
        seconds.setExclusiveMinimumValue(BigDecimal.ZERO);
        seconds.setMaximum(BigDecimal.valueOf(Deadline.LONGEST.toSeconds()));
        seconds.setDefault(Deadline.DEFAULT.toSeconds());
        return new HeaderParameter()
                .name(Deadline.HEADER)
                .description("How many seconds to wait for the answer, with at most three decimals")
                .schema(seconds);
    }

    private static Header answeredId() {
        return new Header()
                .description("The id of this request: name it when asking for help")
                .required(true)
                .schema(idSchema());
    }

    private static JsonSchema idSchema() {
        var id = new JsonSchema();
        id.addType("string");
        id.setPattern(RequestId.FORM.pattern());
        id.addExample("nightly-export.42");
        return id;
    }
}
