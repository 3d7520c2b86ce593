package io.leeloogateway.compat;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** Blind repeats of clients that know no idempotency keys. */
@GatewayTest
@TestPropertySource(properties = "gateway.compat.duplicate-window=1m")
class DuplicateWindowIntegrationTests {

    private static final String COMMENT = "/leeloo/api/v2/people/" + ANNA + "/add-comment";

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Value("http://127.0.0.1:${local.server.port}")
    String address;

    private GatewayClient client;

    @BeforeEach
    void reset() {
        client = new GatewayClient(address, demoKey);
        client.reset();
    }

    @Test
    void repeatOfAnUnknownChangeIsNotSent() {
        client.injectFault("cut-after-apply", 1, "/people");
        var body = "{\"comment\":\"unknown\"}";
        var first = client.send("PUT", COMMENT, body);

        var repeat = client.send("PUT", COMMENT, body);

        assertThat(first.status()).isEqualTo(503);
        assertThat(repeat.status()).isEqualTo(409);
        assertThat(repeat.json().path("error").path("code").asString()).isEqualTo("OPERATION_UNKNOWN");
        assertThat(repeat.operationId()).isEqualTo(first.operationId());
        assertThat(client.calls("/people")).hasSize(1);
    }

    @Test
    void equalChangesAtTheSameTimeAreSentOnce() {
        client.injectFault("hang-after-apply=3000", 1, "/people");
        var body = "{\"comment\":\"together\"}";

        var responses = IntStream.range(0, 5)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> client.send("PUT", COMMENT, body)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(responses).filteredOn(response -> response.status() == 409).hasSize(4);
        assertThat(client.calls("/people")).hasSize(1);
    }

    @Test
    void repeatOfAnAppliedChangeAndAnotherChangeAreSent() {
        var body = "{\"comment\":\"applied\"}";

        assertThat(client.send("PUT", COMMENT, body).status()).isEqualTo(200);
        assertThat(client.send("PUT", COMMENT, body).status()).isEqualTo(200);
        assertThat(client.send("PUT", COMMENT, "{\"comment\":\"other\"}").status())
                .isEqualTo(200);

        assertThat(client.calls("/people")).hasSize(3);
    }
}
