package io.leeloogateway.access.ratelimit;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells the OpenAPI document of the headers that each answer to a known key carries; after everybody else added answers. */
@Component
@Order(900)
class RateLimitHeadersCustomizer implements GlobalOpenApiCustomizer {

    private static final String UNKNOWN_KEY = "401";

    @Override
    public void customise(OpenAPI document) {
        document.getComponents()
                .addHeaders(
                        RateLimitStatus.POLICY_HEADER,
                        header(
                                "How many requests (q) the client may make in a window of so many seconds (w)",
                                "\"client\";q=600;w=60"))
                .addHeaders(
                        RateLimitStatus.HEADER,
                        header(
                                "How many of them remain (r), and in how many seconds the window ends (t)",
                                "\"client\";r=587;t=31"));
        document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getSecurity() != null
                        && !operation.getSecurity().isEmpty())
                .forEach(RateLimitHeadersCustomizer::describe);
    }

    private static void describe(Operation operation) {
        operation.getResponses().forEach((status, answer) -> {
            if (!status.equals(UNKNOWN_KEY)) {
                answer.addHeaderObject(RateLimitStatus.POLICY_HEADER, new Header().$ref(RateLimitStatus.POLICY_HEADER));
                answer.addHeaderObject(RateLimitStatus.HEADER, new Header().$ref(RateLimitStatus.HEADER));
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
