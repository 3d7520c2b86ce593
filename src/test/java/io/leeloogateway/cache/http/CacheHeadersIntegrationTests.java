package io.leeloogateway.cache.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

@GatewayTest
class CacheHeadersIntegrationTests {

    private static final String ANNA = "/api/v1/people/64a0c3f00001000000000002";

    @Autowired
    private RestTestClient client;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    /** RFC 9110, 9.3.2. */
    @Test
    void headHasTheCacheHeadersOfGet() {
        headers(HttpMethod.GET);

        var get = headers(HttpMethod.GET);
        var head = headers(HttpMethod.HEAD);

        assertThat(get.getFirst("Cache-Status")).isEqualTo("leeloo-gateway; hit");
        assertThat(head.getFirst("Cache-Status")).isEqualTo("leeloo-gateway; hit");
        assertThat(head.getFirst("Cache-Control")).isEqualTo(get.getFirst("Cache-Control"));
        assertThat(head.containsHeader("Age")).isTrue();
        assertThat(head.getETag()).isNotNull().isEqualTo(get.getETag());
        assertThat(head.getContentLength()).isEqualTo(get.getContentLength());
    }

    /** RFC 9110, 13.1.2. The placeholder ETAG stands for the ETag of the response. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ETAG           | 304
            W/ETAG         | 304
            "other", ETAG  | 304
            *              | 304
            "other"        | 200
            "*"            | 200
            W/"*"          | 200
            """)
    void responseThatTheCallerHasIsNotModified(String validator, int status) {
        for (var method : List.of(HttpMethod.GET, HttpMethod.HEAD)) {
            for (var path : List.of("/api/v1/tags", "/api/v1/people?limit=2", ANNA, ANNA + "?expand=orders")) {
                var tag = String.valueOf(exchange(HttpMethod.GET, path, "\"none\"")
                        .getResponseHeaders()
                        .getETag());

                var response = exchange(method, path, validator.replace("ETAG", tag));

                assertThat(response.getStatus().value()).as(method + " " + path).isEqualTo(status);
                assertThat(response.getResponseHeaders().getETag()).isEqualTo(tag);
                assertThat(response.getResponseHeaders().containsHeader("Age")).isTrue();
                assertThat(response.getResponseBodyContent().length > 0)
                        .isEqualTo(status == 200 && method.equals(HttpMethod.GET));
            }
        }
    }

    @Test
    void absentRepresentationMatchesNothing() {
        var unknown = "/api/v1/people/64a0c3f00001ffffffffffff";

        assertThat(exchange(HttpMethod.GET, unknown, "*").getStatus().value()).isEqualTo(404);
        assertThat(exchange(HttpMethod.HEAD, unknown, "*").getStatus().value()).isEqualTo(404);
    }

    private ExchangeResult exchange(HttpMethod method, String path, String validator) {
        return client.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + demoKey)
                .header("If-None-Match", validator)
                .exchange()
                .returnResult(String.class);
    }

    private HttpHeaders headers(HttpMethod method) {
        return client.method(method)
                .uri("/api/v1/tags")
                .header("Authorization", "Bearer " + demoKey)
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(String.class)
                .getResponseHeaders();
    }
}
