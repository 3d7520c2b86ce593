package io.leeloogateway.lifecycle;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import io.leeloogateway.fixtures.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The gateway without a profile, with an external Leeloo and a first client created with the bootstrap key. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "GATEWAY_PEPPER=of-no-worth-test-pepper-0123456789",
            "GATEWAY_BOOTSTRAP_ADMIN_KEY=" + GatewayTest.BOOTSTRAP_ADMIN_KEY,
            "management.server.port=0"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@AutoConfigureRestTestClient
class ProductionProfileIntegrationTests {

    private static final String PERSON = "64a0c3f00001000000000002";

    @RegisterExtension
    static final WireMockExtension leeloo = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @TempDir
    static Path token;

    @Autowired
    private RestTestClient http;

    @Autowired
    private ApplicationContext context;

    @DynamicPropertySource
    static void leeloo(DynamicPropertyRegistry settings) throws IOException {
        Files.writeString(token.resolve("token"), "of-no-worth\n");
        settings.add("LEELOO_BASE_URL", () -> leeloo.baseUrl() + "/api/v2");
        settings.add("LEELOO_TOKEN_FILE", () -> token.resolve("token").toString());
    }

    @Test
    void demoKeyIsInvalid() throws IOException {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);

        assertThat(callers.get(TestClients.CLIENTS, demoKey())).hasStatus(401);
        assertThat(callers.asAdmin(TestClients.CLIENTS)).hasStatusOk();
    }

    @Test
    void firstClientReadsAPersonFromAnExternalLeeloo() {
        leeloo.stubFor(get(urlPathEqualTo("/api/v2/people/" + PERSON))
                .willReturn(
                        okJson("{\"data\":{\"id\":\"" + PERSON + "\",\"name\":\"Eva\",\"tags\":[]},\"status\":1}")));
        var key = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY).newKeyWithScopes("people:read");

        var answer = new TestClients(http, "").get("/api/v1/people/" + PERSON, key);

        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.name").isEqualTo("Eva");
        leeloo.verify(
                1,
                getRequestedFor(urlPathEqualTo("/api/v2/people/" + PERSON))
                        .withHeader("X-Leeloo-AuthToken", equalTo("of-no-worth")));
    }

    @Test
    void changeWithoutALeelooTokenIsNotSent() throws IOException {
        var key = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY).newKeyWithScopes("people:write");
        Files.writeString(token.resolve("token"), "\n");

        var answer = new TestClients(http, "").post("/api/v1/people", Map.of("name", "Eva"), key);
        Files.writeString(token.resolve("token"), "of-no-worth\n");

        assertThat(answer).hasStatus(503).bodyJson().extractingPath("outcome").isEqualTo("not_sent");
        leeloo.verify(0, postRequestedFor(urlPathEqualTo("/api/v2/people")));
    }

    @Test
    void sandboxIsAbsent() {
        assertThat(context.getBeanDefinitionNames())
                .extracting(context::getType)
                .extracting(String::valueOf)
                .noneMatch(type -> type.contains("io.leeloogateway.sandbox"));
        http.get().uri("/sandbox/calls").exchange().expectStatus().isNotFound();
    }

    private static String demoKey() throws IOException {
        return new YamlPropertySourceLoader()
                .load("sandbox", new ClassPathResource("application-sandbox.yaml")).stream()
                        .map(source -> source.getProperty("gateway.access.demo-key"))
                        .map(String::valueOf)
                        .findFirst()
                        .orElseThrow();
    }
}
