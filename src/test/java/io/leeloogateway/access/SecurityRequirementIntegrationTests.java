package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.assertj.RestTestClientResponse;

@GatewayTest
class SecurityRequirementIntegrationTests {

    @Autowired
    RestTestClient http;

    RestTestClientResponse document;

    @BeforeEach
    void readDocument() {
        document = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY).getWithoutKey("/v3/api-docs");
    }

    @Test
    void keyIsABearerSecurityScheme() {
        assertThat(document)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("components.securitySchemes.key")
                .isEqualTo(
                        Map.of("type", "http", "scheme", "bearer", "description", "An API key of the gateway: lgw_…"));
    }

    @Test
    void routeHasASecurityRequirementAndItsScope() {
        assertThat(document)
                .bodyJson()
                .extractingPath("paths['/api/v1/clients'].post.security[0].key")
                .asArray()
                .containsExactly("admin");
        assertThat(document)
                .bodyJson()
                .extractingPath("paths['/api/v1/clients'].post.description")
                .asString()
                .contains("**Scope:** `admin`.");
    }

    @Test
    void openRouteHasNoSecurityRequirement() {
        assertThat(document)
                .bodyJson()
                .extractingPath("paths['/problems/{slug}'].get.security")
                .asArray()
                .isEmpty();
    }

    @Test
    void swaggerUiIsOpen() {
        var page = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY).getWithoutKey("/swagger-ui/index.html");

        assertThat(page).hasStatusOk().bodyText().contains("swagger-ui");
    }
}
