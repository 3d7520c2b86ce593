package io.leeloogateway.operations.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.operations.OperationsTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@OperationsTest
@TestPropertySource(properties = "gateway.operations.require-idempotency-key=true")
class RequiredKeyIntegrationTests {

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Test
    void changeWithoutKeyIsRejected() {
        var client = new ChangeClient("http://127.0.0.1:" + port, demoKey);

        var refused = client.comment("Called", "X-Request-Id", "keyless");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("Idempotency-Key");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("required");
        assertThat(refused.text("outcome")).isEqualTo("not_sent");
        assertThat(client.changesSentToLeeloo("keyless")).isZero();
        assertThat(client.comment("Called", "Idempotency-Key", UUID.randomUUID().toString())
                        .status())
                .isEqualTo(201);
    }
}
