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

/** The caching headers of requests and responses (RFC 9110, 9111 and 9211) as OpenAPI components. */
final class CacheHeaders {

    private static final String ETAG = "\"0a70f9e38ff015afaa9ab0aacabee2e13\"";

    private static final Parameter CACHE_CONTROL = parameter(HttpHeaders.CACHE_CONTROL, """
                    How fresh the response must be (RFC 9111). `no-cache`: the gateway asks Leeloo. `max-age=n`: nothing older than n seconds. \
                    `max-stale=n`: a cache entry that has been stale for at most n seconds is acceptable; `max-stale` alone: any stale entry. \
                    `only-if-cached`: the gateway does not ask Leeloo. `no-store`: the response is not cached. Without a directive: a fresh \
                    cache entry, otherwise Leeloo, and if Leeloo fails, a stale entry. Unknown directives are ignored""", "max-age=5");

    private CacheHeaders() {}

    static void addTo(Components components) {
        components
                .addParameters(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .addHeaders(
                        HttpHeaders.AGE,
                        header(
                                "Seconds since Leeloo returned the data; of several parts, the oldest",
                                example("integer", 17)))
                .addHeaders(
                        HttpHeaders.CACHE_CONTROL,
                        header(
                                "For how many seconds, `Age` included, the response is fresh",
                                text("private, max-age=60")))
                .addHeaders(
                        AnswerWriter.CACHE_STATUS,
                        header(
                                "How the cache handled the request (RFC 9211): `hit`, from a cache entry, with `ttl=-n` from a stale entry, which the gateway refreshes if `detail` is `stale-while-revalidate`; `fwd`, the gateway asked Leeloo",
                                text("leeloo-gateway; hit")))
                .addHeaders(
                        HttpHeaders.ETAG,
                        header("The entity tag of exactly these bytes, for `If-None-Match`", text(ETAG)));
    }

    static void addTo(Operation read) {
        read.addParametersItem(new Parameter().$ref(HttpHeaders.CACHE_CONTROL));
    }

    static void addTo(ApiResponse response) {
        List.of(HttpHeaders.AGE, HttpHeaders.CACHE_CONTROL, AnswerWriter.CACHE_STATUS, HttpHeaders.ETAG)
                .forEach(name -> response.addHeaderObject(name, new Header().$ref(name)));
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
