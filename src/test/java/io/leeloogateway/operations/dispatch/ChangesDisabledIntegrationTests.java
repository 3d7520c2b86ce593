package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@GatewayTest
@TestPropertySource(properties = "gateway.operations.enabled=false")
class ChangesDisabledIntegrationTests {

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Test
    void changesAreRefusedWhileReadsSucceed() {
        var client = new ChangeClient("http://127.0.0.1:" + port, demoKey);

        var refused = client.comment("Called", "X-Request-Id", "disabled", "Idempotency-Key", "disabled");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.problem()).isEqualTo("changes-disabled");
        assertThat(refused.text("outcome")).isEqualTo("not_sent");
        assertThat(refused.json().path("retryable").asBoolean()).isTrue();
        assertThat(refused.operationId()).isEmpty();
        assertThat(client.changesSentToLeeloo("disabled")).isZero();
        assertThat(client.get("/people/" + ChangeClient.ANNA).status()).isEqualTo(200);
        assertThat(client.get("/operations").status()).isEqualTo(200);
    }
}
