package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What callers see when Leeloo reports its limit although the gateway has kept it. */
@GatewayTest
class ThrottlingIntegrationTests {

    private static final String OTHER = "/api/v1/people/64a0c3f00001000000000004";

    @Autowired
    private ApplicationContext gateway;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    private GatewayClient demo;

    @BeforeEach
    @AfterEach
    void reset() {
        demo = new GatewayClient("http://127.0.0.1:" + port, key);
        demo.resetAll();
    }

    @Test
    void limitOfLeelooHalvesThePaceAndPausesAsLongAsLeelooAsks() {
        demo.injectFault("throttled-retry-after", 1, "/people");

        var throttled = demo.get(GatewayClient.PERSON);

        assertThat(type(throttled)).isEqualTo("/problems/leeloo-throttled");
        var asked = retryAfter(throttled);
        await().until(() -> quota().path("pace").asDouble() < 1);
        assertThat(quota().path("pace").asDouble()).isBetween(0.5, 0.6);
        assertThat(quota().path("pauseSeconds").asLong()).isBetween(1L, asked);
    }

    @Test
    void callerThatCannotWaitForTheEndOfThePauseIsToldWhenItEnds() {
        demo.injectFault("throttled-retry-after", 1, "/people");
        var asked = retryAfter(demo.get(GatewayClient.PERSON));

        var late = demo.get(OTHER, "Request-Timeout", "1");

        assertThat(late.status()).isEqualTo(503);
        assertThat(type(late)).isEqualTo("/problems/leeloo-quota-exhausted");
        assertThat(retryAfter(late)).isBetween(2L, asked);
        assertThat(demo.calls("/people")).hasSize(1);
    }

    @Test
    void absurdTimeIsCapped() {
        demo.injectFault("throttled-retry-after=86400", 1, "/people");

        var throttled = demo.get(GatewayClient.PERSON);

        assertThat(retryAfter(throttled)).isEqualTo(3600);
        assertThat(quota().path("pauseSeconds").asLong()).isBetween(1L, 3600L);
    }

    @Test
    void waitingCallerIsRefusedWhenThePauseOutlastsItsDeadline() {
        QuotaFixtures.pause(gateway, Duration.ofSeconds(5));
        var waiting = CompletableFuture.supplyAsync(() -> demo.get(OTHER));
        await().until(() -> quota().path("queue").get(1).path("waiting").asInt() == 1);

        QuotaFixtures.throttle(gateway, Duration.ofSeconds(40));

        var refused = waiting.join();
        assertThat(type(refused)).isEqualTo("/problems/leeloo-quota-exhausted");
        assertThat(retryAfter(refused)).isBetween(35L, 40L);
        assertThat(demo.calls("/people")).isEmpty();
    }

    private JsonNode quota() {
        return demo.get("/api/v1/quota").json();
    }

    private static String type(GatewayResponse response) {
        return response.json().path("type").asString();
    }

    private static long retryAfter(GatewayResponse response) {
        return Long.parseLong(response.header("Retry-After"));
    }
}
