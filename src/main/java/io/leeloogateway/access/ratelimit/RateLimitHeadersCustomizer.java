package io.leeloogateway.access.ratelimit;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds the rate limit headers to every documented response except 401; runs after all customizers that add responses. */
@Component
@Order(900)
class RateLimitHeadersCustomizer implements GlobalOpenApiCustomizer {

    private static final String UNAUTHENTICATED = "401";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addHeaders(
                        RateLimitStatus.POLICY_HEADER,
                        header(
                                "The number of requests (q) that the client may send in a window of (w) seconds, and the number of calls to Leeloo that all clients share (`GET /quota`)",
                                "\"client\";q=600;w=60, \"leeloo\";q=300;w=60"))
                .addHeaders(
                        RateLimitStatus.HEADER,
                        header(
                                "The number of remaining requests (r) and the seconds until the window ends (t)",
                                "\"client\";r=587;t=31"));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getSecurity() != null
                        && !operation.getSecurity().isEmpty())
                .forEach(RateLimitHeadersCustomizer::describe);
    }

    private static void describe(Operation operation) {
        operation.getResponses().forEach((status, response) -> {
            if (!status.equals(UNAUTHENTICATED)) {
                response.addHeaderObject(
                        RateLimitStatus.POLICY_HEADER, new Header().$ref(RateLimitStatus.POLICY_HEADER));
                response.addHeaderObject(RateLimitStatus.HEADER, new Header().$ref(RateLimitStatus.HEADER));
            }
        });
    }

    private static Header header(String description, String example) {
        var text = new JsonSchema();
        text.addType("string");
        text.addExample(example);
        return new Header().description(description).schema(text);
    }
}
