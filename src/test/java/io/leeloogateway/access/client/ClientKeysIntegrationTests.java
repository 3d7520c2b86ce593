package io.leeloogateway.access.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

@GatewayTest
class ClientKeysIntegrationTests {

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient database;

    TestClients callers;
    String client;
    String keys;

    @BeforeEach
    void createClient() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        client = callers.newClient("admin");
        keys = TestClients.CLIENTS + "/" + client + "/keys";
    }

    @Test
    void keyIsReturnedOnceAndNotCacheable() {
        var created = callers.asAdmin(keys, Map.of());

        assertThat(created).hasStatus(201).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(created).bodyJson().extractingPath("key").asString().matches("lgw_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}");
        assertThat(callers.asAdmin(keys))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("items[0]")
                .asMap()
                .containsOnlyKeys("id", "prefix", "label", "createdAt", "expiresAt", "lastUsedAt", "revokedAt");
    }

    @Test
    void onlyTheHashIsStored() {
        var key = callers.newKey(client);

        var row = database.sql(
                        "select to_jsonb(client_keys)::text || encode(hash, 'escape') from client_keys where id = ?")
                .param(key.substring(4, 16))
                .query(String.class)
                .single();

        var secret = key.substring(17);
        assertThat(row)
                .contains(key.substring(4, 16))
                .doesNotContain(secret, secret.substring(0, 43), hex(key), hex(secret));
    }

    @Test
    void keyExpiresAfterAYearByDefault() {
        callers.newKey(client);

        var days = database.sql("select extract(day from expires_at - created_at) from client_keys where client_id = ?")
                .param(client)
                .query(Integer.class)
                .single();

        assertThat(days).isEqualTo(365);
    }

    @Test
    void bodyIsOptional() {
        var response = http.post()
                .uri(keys)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + callers.adminToken())
                .exchange();

        response.expectStatus().isCreated();
    }

    @Test
    void keyExpiresAtTheGivenInstant() {
        var soon = Instant.now().plus(Duration.ofDays(3));

        var created = callers.asAdmin(keys, Map.of("expiresAt", soon.toString()));

        assertThat(created)
                .hasStatus(201)
                .bodyJson()
                .extractingPath("expiresAt")
                .asString()
                .startsWith(soon.toString().substring(0, 23));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "+12026-01-01T00:00:00Z", "tomorrow", ""})
    void invalidExpiryIsNamed(String expiresAt) {
        assertThat(callers.asAdmin(keys, Map.of("expiresAt", expiresAt)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo("expiresAt");
    }

    @Test
    void clientCanHaveSeveralKeys() {
        var first = callers.newKey(client);
        var second = callers.newKey(client);

        assertThat(callers.get(TestClients.CLIENTS, first)).hasStatusOk();
        assertThat(callers.get(TestClients.CLIENTS, second)).hasStatusOk();
        assertThat(callers.asAdmin(keys + "?limit=1"))
                .bodyJson()
                .extractingPath("items[0].prefix")
                .isEqualTo(second.substring(0, 16));
    }

    @Test
    void keysOfAnUnknownClientAreNotFound() {
        var unknown = TestClients.CLIENTS + "/cl_000000000000/keys";

        assertThat(callers.asAdmin(unknown)).hasStatus(404);
        assertThat(callers.asAdmin(unknown, Map.of())).hasStatus(404);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }
}
