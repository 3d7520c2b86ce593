package io.leeloogateway.cache.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

@GatewayTest
class CacheHeadersIntegrationTests {

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
