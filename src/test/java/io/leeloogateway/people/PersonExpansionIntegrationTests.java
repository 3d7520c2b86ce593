package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests the parameter expand. */
@GatewayTest
class PersonExpansionIntegrationTests {

    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";

    @Autowired
    RestTestClient http;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @Test
    void personIsExpanded() {
        var response = gateway.get(PERSON + "?expand=orders,operators").json();

        assertThat(response.path("orders").size()).isEqualTo(2);
        assertThat(response.path("operators").size()).isEqualTo(2);
        assertThat(response.has("incomplete")).isFalse();
        assertThat(gateway.calls("/people")).hasSize(1);
    }

    @Test
    void personIsIncompleteWhenTagsAreUnavailable() {
        gateway.injectFault("slow-first-byte=5000", 1, "/tags");

        var response = gateway.get(PERSON, "Request-Timeout", "1");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.json().path("incomplete").toString()).isEqualTo("[\"tags\"]");
        gateway.reset();
    }

    @ParameterizedTest
    @CsvSource({
        ORDER + "?expand=person, orders:read, people:read",
        PERSON + "?expand=orders, people:read, orders:read",
        PERSON + "?expand=operators, people:read, users:read"
    })
    void expansionNeedsItsOwnScope(String path, String scope, String missing) {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var without = new GatewayClient(gateway.address(), callers.newKeyWithScopes(scope));
        var with = new GatewayClient(gateway.address(), callers.newKeyWithScopes(scope, missing));

        assertThat(with.get(path).status()).isEqualTo(200);
        assertThat(without.get(path).status()).isEqualTo(403);
        assertThat(without.get(path).body()).contains(missing);
    }
}
