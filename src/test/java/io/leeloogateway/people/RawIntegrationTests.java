package io.leeloogateway.people;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static io.leeloogateway.fixtures.GatewayClient.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Tests the parameter raw. */
@GatewayTest
class RawIntegrationTests {

    private static final String CHANNEL = "/api/v1/channels/64a0c3f00001000000000003/person";
    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";

    @Autowired
    JdbcClient database;

    @Autowired
    RestTestClient http;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    @ParameterizedTest
    @CsvSource({
        PERSON + ", /people/64a0c3f00001000000000002?include=contactedUsers%2Corders",
        CHANNEL + ", /communication-channels/64a0c3f00001000000000003/person",
        ORDER + ", /orders/64a0c3f0000b000000000001"
    })
    void rawContainsTheResponseOfLeeloo(String path, String leelooPath) {
        var expected = gateway.sendToLeeloo("GET", leelooPath, "").json().path("data");

        var response = gateway.get(path + "?raw=true").json();

        assertThat(response.path("raw")).isEqualTo(expected);
        assertThat(response.path("id")).isEqualTo(expected.path("id"));
        assertThat(gateway.get(path).json().has("raw")).isFalse();
        assertThat(gateway.get(path + "?raw=false").json().has("raw")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF \n"})
    void rawIsUnchangedToTheByte(String prefix) {
        gateway.get(PERSON);
        var data = "{\"id\":\"%s\" , \"new\":{\"big\":12345678901234567890.1200, \"far\":1e400,\"ü\":\"\\u00fc }\"}}"
                .formatted(ANNA);
        database.sql("update cached_people set document = convert_to(?, 'UTF8')")
                .param(prefix + "{\"meta\":{\"data\":1},\"data\":{}, \"data\": " + data + ",\"status\":1} ")
                .update();

        var response = gateway.get(PERSON + "?raw=true");

        assertThat(response.cacheStatus()).isEqualTo("hit");
        assertThat(response.body()).contains("\"raw\":" + data);
    }

    @Test
    void rawContainsUnknownFields() {
        var response = gateway.get(PERSON + "?raw=true", "X-Sandbox-Fault", "unknown-fields")
                .json();

        assertThat(response.path("raw").propertyNames())
                .hasSizeGreaterThan(gateway.getWithCacheControl("no-cache", PERSON + "?raw=true")
                        .json()
                        .path("raw")
                        .size());
    }

    @Test
    void rawIsReturnedForResponsesThatAreNotStored() {
        assertThat(gateway.getWithCacheControl("no-store", PERSON + "?raw=true")
                        .json()
                        .at("/raw/id")
                        .asString())
                .isEqualTo(ANNA);
    }

    @Test
    void rawOmitsPartsThatNeedOtherScopes() {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var key = callers.newKeyWithScopes("people:read", "raw:read");

        var raw = new GatewayClient(gateway.address(), key)
                .get(PERSON + "?raw=true")
                .json()
                .path("raw");

        assertThat(raw.has("links")).isTrue();
        assertThat(raw.toString()).doesNotContain("price", "included");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PERSON + "?raw=true",
                PERSON + "?raw=true&view=best-effort",
                CHANNEL + "?raw=true",
                ORDER + "?raw=true"
            })
    void rawNeedsItsScope(String path) {
        gateway.get(path);
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var without = new GatewayClient(gateway.address(), callers.newKeyWithScopes("people:read", "orders:read"));

        assertThat(without.get(path).status()).isEqualTo(403);
        assertThat(without.get(path).body()).contains("raw:read");
        assertThat(without.get(path.replace("raw=true", "raw=false")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {PERSON + "?raw=maybe", CHANNEL + "?raw=maybe", ORDER + "?raw=maybe"})
    void rawIsTrueOrFalse(String path) {
        assertThat(gateway.get(path).status()).isEqualTo(400);
        assertThat(gateway.get(path).json().at("/errors/0/field").asString()).isEqualTo("raw");
    }
}
