package io.leeloogateway.bulkhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        whileOthersHaveTheMemory(() -> {
            var refused = gateway.get("/leeloo/api/v2" + CHAT);
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(gateway.get("/api/v1/tags").status()).isEqualTo(200);
        });

        assertThat(gateway.get("/leeloo/api/v2" + CHAT).body()).hasSizeGreaterThan(LargeAnswers.FREE_WEIGHT);
        await().untilAsserted(() -> assertThat(answers.reservedBytes()).isZero());
    }

    @Test
    void responseFromTheCacheCountsToo() {
        var chat = "/api/v1/channels/" + CHANNEL + "/messages?limit=100";
        assertThat(gateway.get(chat).status()).isEqualTo(200);

        whileOthersHaveTheMemory(() -> {
            assertThat(gateway.get(chat).status()).isEqualTo(503);
        });
    }

    @Test
    void responseWithManyValuesCountsMoreThanItsBytes() {
        var fields = IntStream.range(0, 500)
                .mapToObj("{\"type\":\"TEXT\",\"name\":\"%d\",\"value\":\"blue\"}"::formatted)
                .collect(Collectors.joining(","));
        gateway.sendToLeeloo("PUT", "/people/" + GatewayClient.ANNA, "{\"custom_fields\":[" + fields + "]}");
        var person = "/leeloo/api/v2/people/" + GatewayClient.ANNA;

        whileOthersHaveTheMemory(() -> assertThat(gateway.get(person).status()).isEqualTo(503));

        assertThat(gateway.get(person).body()).contains("\"499\"").hasSizeLessThan(LargeAnswers.FREE_WEIGHT);
    }

    private void whileOthersHaveTheMemory(Runnable work) {
        var context = new RequestContext("other", Deadline.after(Duration.ofMinutes(1)));
        context.setCaller(new Caller("other", "other", null, Set.of()));
        context.<Boolean, RuntimeException>run(() -> answers.run(() -> {
            LargeAnswers.occupy(Runtime.getRuntime().maxMemory());
            work.run();
            return true;
        }));
    }
}
