package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leeloogateway.fixtures.GatewayTest;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

@GatewayTest
class RequestIdIntegrationTests {

    private static final String HEADER = "X-Request-Id";

    @Autowired
    private RestTestClient client;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/tags", "/api/v1/nothing", "/problems/not-found", "/swagger-ui.html", "/api/v1/a%2Fb"})
    void requestIdOfTheCallerIsInEveryResponse(String path) {
        var answer = client.get()
                .uri(URI.create("http://localhost:" + port + path))
                .header(HEADER, "Order-7.b_c")
                .exchange();

        answer.expectHeader().valueEquals(HEADER, "Order-7.b_c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/tags", "/api/v1/nothing", "/problems/nothing", "/api/v1/a%2Fb"})
    void problemNamesItsRequestAsInstance(String path) {
        var response = client.get()
                .uri(URI.create("http://localhost:" + port + path))
                .header(HEADER, "Order-7.b_c")
                .exchange();

        response.expectBody()
                .jsonPath("$.requestId")
                .isEqualTo("Order-7.b_c")
                .jsonPath("$.instance")
                .isEqualTo("/api/v1/requests/Order-7.b_c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with blank", "semi;colon", "<script>", ""})
    void invalidIdIsReplaced(String id) {
        var answer = client.get().uri("/api/v1/tags").header(HEADER, id).exchange();

        answer.expectHeader().value(HEADER, made -> assertThat(made).matches("[0-9a-f-]{36}"));
    }

    @Test
    void generatedIdContainsItsTime() {
        var before = Instant.now().minusSeconds(60);

        var answer = client.get().uri("/api/v1/tags").exchange();

        answer.expectHeader()
                .value(
                        HEADER,
                        made -> assertThat(UuidV7Generator.timestamp(UUID.fromString(made)))
                                .isBetween(before, before.plusSeconds(120)));
    }

    @Test
    void longIdIsReplaced() {
        var answer =
                client.get().uri("/api/v1/tags").header(HEADER, "a".repeat(101)).exchange();

        answer.expectHeader().value(HEADER, made -> assertThat(made).hasSize(36));
    }

    @Test
    void idIsSentToLeeloo() {
        client.get()
                .uri("/api/v1/tags")
                .header("Authorization", "Bearer " + demoKey)
                .header(HEADER, "goes-on")
                .exchange()
                .expectStatus()
                .isOk();

        client.get()
                .uri("/sandbox/calls")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.requestId == 'goes-on')].path")
                .isEqualTo("/sandbox/leeloo/api/v2/tags");
    }

    @Test
    void idIsInLogLines() {
        var lines = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger("io.leeloogateway.people");
        lines.start();
        logger.addAppender(lines);
        client.post()
                .uri("/sandbox/faults")
                .body("{\"kind\": \"error-200\", \"path\": \"/tags\"}")
                .exchange();

        client.get()
                .uri("/api/v1/people/64a0c3f00001000000000002")
                .header("Authorization", "Bearer " + demoKey)
                .header(HEADER, "stands-in-log")
                .exchange()
                .expectBody()
                .jsonPath("$.incomplete")
                .isEqualTo("tags");
        logger.detachAppender(lines);

        assertThat(lines.list)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("requestId", "stands-in-log"));
    }
}
