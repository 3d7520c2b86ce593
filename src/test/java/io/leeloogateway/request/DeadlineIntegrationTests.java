package io.leeloogateway.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;

/** Callers with a timeout of their own hear what became of their request while Leeloo hangs. */
@GatewayTest
class DeadlineIntegrationTests {

    private static final String PEOPLE = "/api/v1/people";
    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";
    private static final String FAULT = "slow-first-byte=20000";

    private static final List<List<String>> REQUESTS = List.of(
            List.of("GET", GatewayClient.PERSON, ""),
            List.of("GET", GatewayClient.PERSON + "?expand=orders,operators", ""),
            List.of("GET", PEOPLE + "?tag=VIP", ""),
            List.of("GET", "/api/v1/tags", ""),
            List.of("GET", ORDER + "?expand=person", ""),
            List.of("POST", PEOPLE, "{\"name\": \"Olha\"}"),
            List.of("POST", GatewayClient.PERSON + "/comments", "{\"text\": \"Called\"}"),
            List.of("PATCH", GatewayClient.PERSON, "{\"email\": \"anna@example.org\"}"),
            List.of("PATCH", ORDER, "{\"status\": \"RESOLVED\"}"),
            List.of("DELETE", GatewayClient.PERSON + "/tags/64a0c3f00003000000000001", ""));

    private GatewayClient gateway;

    @BeforeEach
    void begin(@Value("${server.port}") int port, @Value("${gateway.access.demo-key}") String key) {
        gateway = new GatewayClient("http://127.0.0.1:" + port, key);
        gateway.reset();
    }

    /** Ends the pending calls. */
    @AfterEach
    void reset() {
        gateway.reset();
    }

    @ParameterizedTest
    @CsvSource({"1, 3", ", 10"})
    void hangingLeelooIsReportedWithinTwoSecondsAfterTheDeadline(String requestTimeout, int clientTimeout) {
        var headers = requestTimeout == null
                ? new String[] {"X-Sandbox-Fault", FAULT, "Cache-Control", "no-cache"}
                : new String[] {"X-Sandbox-Fault", FAULT, "Cache-Control", "no-cache", Deadline.HEADER, requestTimeout};

        var responses = sendAll(Duration.ofSeconds(clientTimeout), headers);

        assertThat(responses).extracting(GatewayResponse::status).containsOnly(504);
        assertThat(responses).extracting(GatewayResponse::problem).containsOnly("deadline-exceeded");
        assertThat(responses.subList(5, 10))
                .extracting(GatewayResponse::outcome)
                .containsOnly("unknown");
    }

    private List<GatewayResponse> sendAll(Duration timeout, String... headers) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var responses = REQUESTS.stream()
                    .map(request -> CompletableFuture.supplyAsync(
                            () -> gateway.within(timeout).send(request.get(0), request.get(1), request.get(2), headers),
                            threads))
                    .toList();
            return responses.stream().map(CompletableFuture::join).toList();
        }
    }
}
