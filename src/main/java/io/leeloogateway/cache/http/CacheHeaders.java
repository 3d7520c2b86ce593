package io.leeloogateway.cache.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** The headers by which callers and copies talk (RFC 9110, 9111 and 9211), in the words of the OpenAPI document. */
final class CacheHeaders {

    private static final String NAME = "\"0a70f9e38ff015afaa9ab0aacabee2e13\"";

    private static final List<Parameter> PARAMETERS = List.of(
            parameter(HttpHeaders.CACHE_CONTROL, """
                    How fresh the answer must be (RFC 9111): `no-cache`, as Leeloo says now; `max-age=n`, nothing older than n seconds; \
                    `max-stale=n`, a copy that is fresh no more since at most n seconds will do, `max-stale` alone any; `only-if-cached`, do not \
                    ask Leeloo; `no-store`, do not keep the answer. None of them: a fresh copy, otherwise Leeloo, and where that fails the old \
                    copy. What is not known is ignored""", "max-age=5"),
            parameter(
                    HttpHeaders.IF_NONE_MATCH,
                    "The `ETag` of the answer that you have: where it would be the same again, a 304 without a body",
                    NAME));

    private CacheHeaders() {}

    static void addTo(Components components) {
        PARAMETERS.forEach(parameter -> components.addParameters(parameter.getName(), parameter));
        components
                .addHeaders(
                        HttpHeaders.AGE,
                        header(
                                "How many seconds ago Leeloo said so; of several parts, the oldest",
                                example("integer", 17)))
                .addHeaders(
                        HttpHeaders.CACHE_CONTROL,
                        header("For how long, `Age` included, the answer is fresh", text("private, max-age=60")))
                .addHeaders(
                        CacheHeadersAdvice.CACHE_STATUS,
                        header(
                                "How the answer was come by (RFC 9211): `hit`, a copy, with `ttl=-n` one that is fresh no more; `fwd`, Leeloo was asked",
                                text("leeloo-gateway; hit")))
                .addHeaders(
                        HttpHeaders.ETAG, header("The name of exactly these bytes, for `If-None-Match`", text(NAME)));
    }

    static void addTo(Operation read) {
        PARAMETERS.forEach(parameter -> read.addParametersItem(new Parameter().$ref(parameter.getName())));
    }

    static void addTo(ApiResponse answer) {
        List.of(HttpHeaders.AGE, HttpHeaders.CACHE_CONTROL, CacheHeadersAdvice.CACHE_STATUS, HttpHeaders.ETAG)
                .forEach(name -> answer.addHeaderObject(name, new Header().$ref(name)));
    }

    private static Parameter parameter(String name, String description, String example) {
        return new HeaderParameter().name(name).description(description).schema(text(example));
    }

    private static Header header(String description, Schema<?> schema) {
        return new Header().description(description).required(true).schema(schema);
    }

    private static Schema<?> text(String example) {
        return example("string", example);
    }

    private static Schema<?> example(String type, Object example) {
        var schema = new JsonSchema();
        schema.addType(type);
        schema.addExample(example);
        return schema;
    }
}
