package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.GatewayTest;
import io.leeloogateway.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.resttestclient.autoconfigure.AutoConfigureRestTestClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "GATEWAY_PEPPER=of-no-worth-test-pepper-0123456789",
            "GATEWAY_BOOTSTRAP_ADMIN_KEY=" + GatewayTest.BOOTSTRAP_ADMIN_KEY,
            "LEELOO_TOKEN=of-no-worth",
            "LEELOO_BASE_URL=http://127.0.0.1:9",
            "management.server.port=0"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@AutoConfigureRestTestClient
class OutsideTheSandboxIntegrationTests {

    @Autowired
    RestTestClient http;

    @Test
    void demoKeyOpensNothing() throws IOException {
        var callers = new Callers(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);

        assertThat(callers.get(Callers.CLIENTS, demoKey())).hasStatus(401);
        assertThat(callers.asAdmin(Callers.CLIENTS)).hasStatusOk();
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
