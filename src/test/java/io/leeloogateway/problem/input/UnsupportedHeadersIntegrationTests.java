package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** All routes are tried in {@code OpenApiProblemsIntegrationTests}. */
@GatewayTest
class UnsupportedHeadersIntegrationTests {

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    String requestId;
    String key;

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        requestId = "r-" + UUID.randomUUID();
        key = UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            If-Match | "0000"
            If-Match | "0000", "1111"
            If-Match | W/"0000"
            If-Match | *
            If-Match | ''
            if-match | 0000
            If-None-Match | *
            If-None-Match | "0000"
            If-Unmodified-Since | Wed, 21 Oct 2015 07:28:00 GMT
            If-Unmodified-Since | yesterday
            If-Modified-Since | Wed, 21 Oct 2015 07:28:00 GMT
            If-Range | "0000"
            """)
    void preconditionOfAChangeIsRefusedBeforeAnythingIsDone(String header, String value) {
        var refused = client.comment("Called", header, value, "Idempotency-Key", key, "X-Request-Id", requestId);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("precondition-unsupported");
        assertThat(refused.outcome()).isEqualTo("not_sent");
        assertThat(refused.json().path("retryable").asBoolean()).isFalse();
        assertThat(refused.operationId()).isEmpty();
        assertThat(client.changesSentToLeeloo(requestId)).isZero();
        var allowed = client.comment("Called", "Idempotency-Key", key);
        assertThat(allowed.status()).isEqualTo(201);
        assertThat(allowed.isReplay()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"key-1", "'\"key-1\"'", "''"})
    void idempotencyKeyOfANewKeyIsRefusedBeforeAnythingIsDone(String idempotencyKey) {
        var admin = client.with(GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var owner = admin.send("POST", "/clients", """
                {"name": "%s", "owner": "o", "purpose": "p", "scopes": ["tags:read"]}""".formatted(key)).text("id");
        var keys = "/clients/" + owner + "/keys";

        var refused = admin.send("POST", keys, "{}", "Idempotency-Key", idempotencyKey);

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("idempotency-key-unsupported");
        assertThat(refused.json().path("retryable").asBoolean()).isFalse();
        assertThat(admin.get(keys).json().path("items")).isEmpty();
        assertThat(admin.send("POST", keys, "{}").status()).isEqualTo(201);
    }

    @Test
    void idempotencyKeyOfAReadIsNoFault() {
        assertThat(client.send("GET", "/tags", "", "Idempotency-Key", key).status())
                .isEqualTo(200);
    }

    @Test
    void preconditionOfAReadIsNoFault() {
        assertThat(client.send("GET", "/tags", "", "If-Match", "*").status()).isEqualTo(200);
    }
}
