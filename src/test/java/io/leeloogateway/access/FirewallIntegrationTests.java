package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@GatewayTest
class FirewallIntegrationTests {

    @Autowired
    RestTestClient http;

    @Value("${server.port}")
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/clients;x=y",
                "/api/v1//clients",
                "//api/v1/clients",
                "/api/v1%2Fclients",
                "/api/v1%5Cclients",
                "/api/v1/%2e%2e/v1/clients",
                "/api/v1/../v1/clients",
                "/api/v1/clients%252F",
                "/%2e%2e/api/v1/clients",
                "/api/v1/clients%00",
                "/api/v1/%3Bclients",
                "/nowhere;x=y"
            })
    void pathThatIsNotNormalizedIsAnInvalidRequest(String path) {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);

        var response = callers.call(
                HttpMethod.GET, URI.create("http://localhost:" + port + path), GatewayTest.BOOTSTRAP_ADMIN_KEY);

        assertThat(response)
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .containsHeader("X-Request-Id")
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("/problems/invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/API/v1/clients", "/api/v1/Clients", "/api/v1/clients/", "/api/v1/clients.json"})
    void differentSpellingOfARouteIsNotFound(String path) {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);

        assertThat(callers.asAdmin(path)).hasStatus(404);
    }

    @Test
    void repeatedAuthorizationIsAnInvalidRequest() {
        http.get()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + GatewayTest.BOOTSTRAP_ADMIN_KEY, "Bearer of-another")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request");
    }
}
