package io.leeloogateway.request;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Documents the response header of all routes in the OpenAPI document. Runs after the customizers that add responses. */
@Component
@Order(900)
class RequestHeadersCustomizer implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addHeaders(RequestId.HEADER, requestIdHeader());
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation -> operation.getResponses().values().stream())
                .forEach(response -> response.addHeaderObject(RequestId.HEADER, new Header().$ref(RequestId.HEADER)));
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
