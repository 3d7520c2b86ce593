package io.leeloogateway.problem;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Documents the response headers of problems in the OpenAPI document. */
public final class ProblemHeaders {

    private static final Header RETRY_AFTER = new Header()
            .description("The number of seconds to wait before a retry; absent if unknown")
            .schema(new JsonSchema().typesItem("integer").minimum(BigDecimal.ONE));

    private static final Header WWW_AUTHENTICATE = new Header()
            .description("The authentication scheme")
            .required(true)
            .schema(new JsonSchema().typesItem("string")._const("Bearer"));

    private ProblemHeaders() {}

    public static void addTo(Components components) {
        components
                .addHeaders(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .addHeaders(HttpHeaders.WWW_AUTHENTICATE, WWW_AUTHENTICATE);
    }

    public static void addTo(ApiResponse response, HttpStatus status) {
        switch (status) {
            case UNAUTHORIZED -> add(response, HttpHeaders.WWW_AUTHENTICATE);
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS, CONFLICT -> add(response, HttpHeaders.RETRY_AFTER);
            default -> {}
        }
    }

    private static void add(ApiResponse response, String header) {
        response.addHeaderObject(header, new Header().$ref(header));
    }
}
