package io.leeloogateway.access.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

@GatewayTest
class ApiKeyLifecycleIntegrationTests {

    private static final String ME = "/api/v1/me";

    @Autowired
    RestTestClient http;

    @Autowired
    JsonMapper json;

    TestClients callers;
    String client;
    String key;

    @BeforeEach
    void createKey() {
        callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        client = callers.newClient("people:read");
        key = callers.newKey(client);
    }

    @Test
    void rotatedKeysOverlapUntilTheOldKeyExpires() {
        var next = callers.newKey(client);
        var end = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);

        var changed = callers.patch(TestClients.keyPath(client, key), Map.of("expiresAt", end.toString()));

        assertThat(changed).hasStatusOk().bodyJson().extractingPath("expiresAt").isEqualTo(end.toString());
        assertThat(callers.status(ME, key)).isEqualTo(200);
        assertThat(callers.status(ME, next)).isEqualTo(200);
        await().atMost(Duration.ofSeconds(4)).until(() -> callers.status(ME, key) == 401);
        assertThat(Instant.now()).isAfterOrEqualTo(end);
        assertThat(callers.status(ME, next)).isEqualTo(200);
    }

    @Test
    void expiryOfAnExpiredKeyCanBeExtended() {
        var path = TestClients.keyPath(client, key);
        callers.patch(path, Map.of("expiresAt", Instant.now().plusMillis(300).toString()));
        await().atMost(Duration.ofSeconds(2)).until(() -> callers.status(ME, key) == 401);

        callers.patch(path, Map.of("expiresAt", Instant.now().plusSeconds(60).toString()));

        assertThat(callers.status(ME, key)).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"expiresAt\": \"2020-01-01T00:00:00Z\"} | expiresAt",
                "{\"expiresAt\": \"+10000-01-01T00:00:00Z\"} | expiresAt",
                "{\"expiresAt\": null} | expiresAt",
                "{\"expiresAt\": 1} | expiresAt",
                "{\"revoked\": true} | revoked"
            })
    void invalidExpiryIsNamed(String body, String field) {
        assertThat(callers.patch(TestClients.keyPath(client, key), json.readTree(body)))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("errors[0].field")
                .isEqualTo(field);
        assertThat(callers.status(ME, key)).isEqualTo(200);
    }

    @Test
    void revokedKeyIsRejectedForGoodAndStaysInTheList() {
        var path = TestClients.keyPath(client, key);
        assertThat(callers.status(ME, key)).isEqualTo(200);

        assertThat(callers.delete(path)).hasStatus(204);

        assertThat(callers.status(ME, key)).isEqualTo(401);
        var revokedAt = revokedAt();
        assertThat(callers.delete(path)).hasStatus(204);
        assertThat(revokedAt()).isNotEmpty().isEqualTo(revokedAt);
        callers.patch(path, Map.of("expiresAt", Instant.now().plusSeconds(60).toString()));
        assertThat(callers.status(ME, key)).isEqualTo(401);
    }

    @Test
    void keyOfAnotherClientIsNotFound() {
        var other = callers.newClient("people:read");

        assertThat(callers.delete(TestClients.keyPath(other, key))).hasStatus(404);
        assertThat(callers.patch(TestClients.keyPath(other, key), Map.of("expiresAt", "2999-01-01T00:00:00Z")))
                .hasStatus(404);
        assertThat(callers.delete(TestClients.keyPath("cl_000000000000", key))).hasStatus(404);
        assertThat(callers.status(ME, key)).isEqualTo(200);
    }

    private String revokedAt() {
        var keys = callers.asAdmin(TestClients.CLIENTS + "/" + client + "/keys");
        return json.readTree(keys.getExchangeResult().getResponseBodyContent())
                .path("items")
                .path(0)
                .path("revokedAt")
                .asString("");
    }
}
