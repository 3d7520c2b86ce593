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

/** Documents the request and response headers of all routes in the OpenAPI document. Runs after the customizers that add responses. */
@Component
@Order(900)
class RequestHeadersCustomizer implements GlobalOpenApiCustomizer {

    private static final String ROUTES = "/api/";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addParameters(RequestId.HEADER, requestIdParameter())
                .addParameters(Deadline.HEADER, deadlineParameter())
                .addHeaders(RequestId.HEADER, requestIdHeader());
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
                .forEach(response -> response.addHeaderObject(RequestId.HEADER, new Header().$ref(RequestId.HEADER)));
    }

    private static Parameter requestIdParameter() {
        return new HeaderParameter()
                .name(RequestId.HEADER)
                .description(
                        "The id of this request; the gateway generates an id if the header is absent or has another format")
                .schema(idSchema());
    }

    private static Parameter deadlineParameter() {
        var seconds = new JsonSchema();
        seconds.addType("number");
        seconds.setExclusiveMinimumValue(BigDecimal.ZERO);
        seconds.setMaximum(BigDecimal.valueOf(Deadline.MAX.toSeconds()));
        seconds.setDefault(Deadline.DEFAULT.toSeconds());
        return new HeaderParameter()
                .name(Deadline.HEADER)
                .description(
                        "The time limit of this request in seconds, with at most three decimals; wait at least 2 seconds longer"
                                + " for the response, which reports the outcome of a change")
                .schema(seconds);
    }

    private static Header requestIdHeader() {
        return new Header()
                .description("The id of this request; name it in a support request")
                .required(true)
                .schema(idSchema());
    }

    private static JsonSchema idSchema() {
        var id = new JsonSchema();
        id.addType("string");
        id.setPattern(RequestId.FORMAT.pattern());
        id.addExample("nightly-export.42");
        return id;
    }
}
