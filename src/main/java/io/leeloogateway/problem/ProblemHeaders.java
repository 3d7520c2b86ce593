package io.leeloogateway.problem;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.math.BigDecimal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** The headers that come with some problems. */
public final class ProblemHeaders {

    private static final Header RETRY_AFTER = new Header()
            .description("How many seconds to wait before trying again; not there where nobody knows")
            .schema(new JsonSchema().typesItem("integer").minimum(BigDecimal.ONE));

    private static final Header WWW_AUTHENTICATE = new Header()
            .description("How to show a key")
            .required(true)
            .schema(new JsonSchema().typesItem("string")._const("Bearer"));

    private ProblemHeaders() {}

    public static void addTo(Components components) {
        components
                .addHeaders(HttpHeaders.RETRY_AFTER, RETRY_AFTER)
                .addHeaders(HttpHeaders.WWW_AUTHENTICATE, WWW_AUTHENTICATE);
    }

    public static void addTo(ApiResponse answer, HttpStatus status) {
        switch (status) {
            case UNAUTHORIZED -> add(answer, HttpHeaders.WWW_AUTHENTICATE);
            case SERVICE_UNAVAILABLE, TOO_MANY_REQUESTS, CONFLICT -> add(answer, HttpHeaders.RETRY_AFTER);
            default -> {}
        }
    }

    private static void add(ApiResponse answer, String header) {
        answer.addHeaderObject(header, new Header().$ref(header));
    }
}
