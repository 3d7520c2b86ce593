package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.DrippingClient;
import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A body that stops or drips past the deadline is a 408 (RFC 9110, 15.5.9); a body that is too large is a 413 (15.5.14). */
@GatewayTest
class LateBodyIntegrationTests {

    private static final String COMPLETE = "{\"name\": \"Eva\"                                  }";

    @Autowired
    private BodyBudget budget;

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    /** Chunk heads, extensions and trailers are read inside of one read of the body. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a body with a length    | Content-Length: 100        | {               | a
            a chunk                 | Transfer-Encoding: chunked | 64~{            | a
            the head of a chunk     | Transfer-Encoding: chunked | 1~{~0           | 0
            the extension of a chunk| Transfer-Encoding: chunked | 1~{~1;          | a
            a trailer               | Transfer-Encoding: chunked | 2~{}~0~Trailer: | a
            """)
    void drippedBodyIsARequestTimeoutAtTheDeadline(String what, String header, String start, String drop)
            throws IOException {
        try (var client = new DrippingClient(port)) {
            var begin = Instant.now();
            client.send(head("POST /api/v1/people", "1", header) + start.replace('~', '\n'))
                    .drip(drop, Duration.ofMillis(250));

            assertThat(client.response())
                    .as(what)
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/request-timeout", "not_sent", "Connection: close");
            assertThat(Duration.between(begin, Instant.now())).isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
        }
    }

    @Test
    void bodyThatStopsIsARequestTimeoutAtTheDeadline() throws IOException {
        try (var client = new DrippingClient(port)) {
            client.send(head("POST /api/v1/people", "1", "Content-Length: 100") + "{");

            assertThat(client.response()).startsWith("HTTP/1.1 408").contains("/problems/request-timeout", "not_sent");
        }
    }

    @Test
    void lateBodyHoldsNoMemoryAfterwards() throws IOException {
        try (var client = new DrippingClient(port)) {
            client.send(head("POST /api/v1/people/sms-imports", "1", "Content-Length: 1000000") + "{"
                    + " ".repeat(900_000));
            await().until(() -> budget.usedBytes() > 0);

            assertThat(client.response()).startsWith("HTTP/1.1 408");
            await().until(() -> budget.usedBytes() == 0);
        }
    }

    /** The deadline is the route's, which answers with 504 or in time. */
    @ParameterizedTest
    @ValueSource(strings = {"0.001", "0.01", "1", "30"})
    void completeBodyIsNeverLate(String requestTimeout) throws IOException {
        try (var client = new DrippingClient(port)) {
            client.send(head(
                    "POST /api/v1/people", requestTimeout, "Connection: close\nContent-Length: " + COMPLETE.length()));
            client.send(COMPLETE);

            assertThat(client.head()).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 408");
        }
    }

    @Test
    void connectionServesTheNextRequestAfterADeadlineThatWasMet() throws IOException {
        try (var client = new DrippingClient(port)) {
            var body = "{\"email\":\"anna@example.org\"}";
            client.send(head("PATCH " + GatewayClient.PERSON, "0.6", "Content-Length: " + body.length()) + body);
            assertThat(client.head()).startsWith("HTTP/1.1 204");

            assertThat(client.isSilentFor(Duration.ofMillis(800))).isTrue();
            client.send("GET /api/v1/me HTTP/1.1\nHost: localhost\nConnection: close\nAuthorization: Bearer " + key
                    + "\n\n");

            assertThat(client.response()).contains("HTTP/1.1 200");
        }
    }

    @Test
    void clientThatSendsFirstAndReadsLaterHearsThatItsBodyIsTooLarge() throws IOException {
        try (var client = new DrippingClient(port)) {
            client.send(head("POST /api/v1/people", "8", "Connection: close\nContent-Length: 30000000"));
            var part = " ".repeat(1_000_000);
            for (var i = 0; i < 30; i++) {
                client.sendRaw(part);
            }

            assertThat(client.response()).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
        }
    }

    private String head(String requestLine, String requestTimeout, String header) {
        return """
                %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Request-Timeout: %s
                Content-Type: application/json
                %s

                """.formatted(requestLine, key, requestTimeout, header);
    }
}
