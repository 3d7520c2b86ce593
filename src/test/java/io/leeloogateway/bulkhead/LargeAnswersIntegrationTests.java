package io.leeloogateway.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Tests the memory for large responses over HTTP. */
@GatewayTest
class LargeAnswersIntegrationTests {

    private static final String CHANNEL = "64a0c3f00001000000000003";
    private static final String CHAT = "/communication-channels/" + CHANNEL + "/chat-messages?limit=100";

    @Autowired
    LargeAnswers answers;

    GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
        for (var message = 0; message < 4; message++) {
            gateway.sendToLeeloo(
                    "POST",
                    "/messages/send-message",
                    "{\"account_id\":\"%s\",\"text\":\"%s\"}".formatted(CHANNEL, "long ".repeat(6_000)));
        }
    }

    @Test
    void largeResponseIsRefusedWhileOthersHaveTheMemory() {
        answers.run(() -> {
            LargeAnswers.occupy(Runtime.getRuntime().maxMemory());

            var refused = gateway.get("/leeloo/api/v2" + CHAT);
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(gateway.get("/api/v1/tags").status()).isEqualTo(200);
            return true;
        });

        assertThat(gateway.get("/leeloo/api/v2" + CHAT).body()).hasSizeGreaterThan(LargeAnswers.FREE_BYTES);
        assertThat(answers.reservedBytes()).isZero();
    }

    @Test
    void responseFromTheCacheCountsToo() {
        var chat = "/api/v1/channels/" + CHANNEL + "/messages?limit=100";
        assertThat(gateway.get(chat).status()).isEqualTo(200);

        answers.run(() -> {
            LargeAnswers.occupy(Runtime.getRuntime().maxMemory());

            assertThat(gateway.get(chat).status()).isEqualTo(503);
            return true;
        });
    }
}
