package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The weight of a client, from its setting to its share while others wait, too. {@code FairnessTests} has the order of the calls. */
@GatewayTest
class WeightIntegrationTests {

    private static final int READS = 10;

    @Autowired
    private ApplicationContext gateway;

    @Autowired
    private RestTestClient http;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    private GatewayClient demo;
    private TestClients clients;

    @BeforeEach
    void reset() {
        demo = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        demo.resetAll();
        clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
    }

    @Test
    void clientWithNineTimesTheWeightHasNineTimesTheShare() {
        var heavy = clients.newClient("people:read");
        var light = clients.newClient("people:read");
        assertThat(clients.patch(TestClients.CLIENTS + "/" + heavy, Map.of("weight", 9)))
                .hasStatusOk();
        var ofLight = caller(light);
        var ofHeavy = caller(heavy);
        QuotaFixtures.pause(gateway, Duration.ofSeconds(6));

        var lightReads = read(ofLight, READS);
        await().until(() -> quotaOf(light).path("waiting").asInt() == READS);
        var heavyReads = read(ofHeavy, 0);
        await().until(() -> quotaOf(heavy).path("waiting").asInt() == READS);
        var guaranteed = quotaOf(light).path("guaranteed").asInt();

        assertThat(quotaOf(heavy).path("weight").asInt()).isEqualTo(9);
        // whoever else has called within the minute has a part of the limit, too
        assertThat(guaranteed).isPositive();
        assertThat(quotaOf(heavy).path("guaranteed").asInt()).isBetween(9 * guaranteed, 9 * guaranteed + 9);
        assertThat(lightReads).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(heavyReads).extracting(CompletableFuture::join).containsOnly(200);
    }

    private GatewayClient caller(String clientId) {
        return new GatewayClient("http://127.0.0.1:" + port, clients.newKey(clientId));
    }

    private static List<CompletableFuture<Integer>> read(GatewayClient caller, int first) {
        return IntStream.range(first, first + READS)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> caller.get("/api/v1/people/" + person(number)).status(),
                        task -> Thread.ofVirtual().start(task)))
                .toList();
    }

    private static String person(int number) {
        return "64a0c3f0000100000000%04x".formatted(2 * (number + 30));
    }

    private JsonNode quotaOf(String clientId) {
        return demo.get("/api/v1/quota")
                .json()
                .path("clients")
                .valueStream()
                .filter(client -> client.path("clientId").asString().equals(clientId))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
