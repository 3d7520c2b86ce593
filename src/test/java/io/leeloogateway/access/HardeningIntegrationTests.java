package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Hostile and erroneous requests of authenticated callers. */
@GatewayTest
class HardeningIntegrationTests {

    private static final String TAGS = "/api/v1/tags";

    @Autowired
    private RestTestClient http;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${local.server.port}")
    private int port;

    @ParameterizedTest
    @CsvSource({
        "X-Leeloo-AuthToken, of-no-worth",
        "X-Forwarded-For, 192.0.2.1",
        "X-Forwarded-Prefix, /elsewhere",
        "X-Forwarded-Host, elsewhere.example.org",
        "X-HTTP-Method-Override, DELETE",
        "X-Original-URL, /api/v1/users",
    })
    void headerThatOverridesARequestIsIgnored(String header, String value) {
        http.get()
                .uri(TAGS)
                .header("Authorization", "Bearer " + demoKey)
                .header(header, value)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("vip");
    }

    @Test
    void methodOverrideIsIgnored() {
        http.post()
                .uri("/api/v1/people/64a0c3f00001000000000002/tags/64a0c3f00003000000000001?_method=DELETE")
                .header("Authorization", "Bearer " + demoKey)
                .header("X-HTTP-Method-Override", "DELETE")
                .exchange()
                .expectStatus()
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TAGS,
                "/swagger-ui/index.html",
                "/problems/not-found",
                TAGS + "?api_key=x",
                TAGS + ";x=y",
                "/nowhere%00",
                TAGS + "%2F",
            })
    void everyResponseHasSecurityHeaders(String path) {
        var response =
                http.get().uri(URI.create("http://localhost:" + port + path)).exchange();

        response.expectHeader().valueEquals("X-Content-Type-Options", "nosniff");
        response.expectHeader().valueEquals("X-Frame-Options", "DENY");
        response.expectHeader().valueEquals("Referrer-Policy", "no-referrer");
        response.expectHeader().valueEquals("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.expectHeader()
                .valueMatches("Cache-Control", "(no-store|no-cache, no-store, max-age=0, must-revalidate)");
        response.expectHeader()
                .value(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'"));
    }

    @Test
    void deeplyNestedBodyIsRejected() {
        http.post()
                .uri("/api/v1/channels/64a0c3f00001000000000003/template-messages")
                .header("Authorization", "Bearer " + demoKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"x\": " + "[".repeat(50) + "]".repeat(50) + "}")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void longHeaderIsRejected() {
        http.get()
                .uri(TAGS)
                .header("X-Long", "a".repeat(20_000))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"leeloo_gateway", "leeloo_gateway:8080", "_", "gate way", "a..b", "-a.b", "[::1", "1.2.3.4.5.6:x"
            })
    void invalidHostIsNamed(String host) throws IOException {
        var response = RawExchange.sendWithHost(port, host, "GET /api/v1/me HTTP/1.1", "");

        assertThat(response)
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: application/problem+json", "\"field\":\"Host\"", "no underscores");
    }

    @Test
    void crossOriginRequestIsNotAllowedByDefault() {
        http.get()
                .uri(TAGS)
                .header("Authorization", "Bearer " + demoKey)
                .header("Origin", "https://crm.example.org")
                .exchange()
                .expectHeader()
                .doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void swaggerUiDoesNotPersistKeys() {
        http.get()
                .uri("/v3/api-docs/swagger-config")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(settings -> assertThat(settings).doesNotContain("\"persistAuthorization\":true"));
    }
}
