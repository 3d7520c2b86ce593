package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** A body that stops, or drips for longer than the deadline, is a 408 (RFC 9110, 15.5.9); a body that is too large is a 413 (15.5.14). */
@GatewayTest
class LateBodyIntegrationTests {

    private static final String BODY = "{\"name\": \"Eva\"                                  }";

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    @Test
    void halfABodyIsARequestTimeout() throws IOException {
        try (var socket = connect("8")) {
            send(socket, BODY.substring(0, 10));

            assertThat(response(socket)).startsWith("HTTP/1.1 408").contains("/problems/request-timeout", "not_sent");
        }
    }

    @Test
    void clientThatSendsFirstAndReadsLaterHearsThatItsBodyIsTooLarge() throws IOException {
        try (var socket = connect("8", 30_000_000)) {
            var chunk = " ".repeat(1_000_000);
            for (var i = 0; i < 30; i++) {
                send(socket, chunk);
            }

            assertThat(response(socket)).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
        }
    }

    private Socket connect(String requestTimeout) throws IOException {
        return connect(requestTimeout, BODY.length());
    }

    private Socket connect(String requestTimeout, int length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        send(socket, """
                POST /api/v1/people HTTP/1.1
                Host: localhost
                Connection: close
                Authorization: Bearer %s
                Request-Timeout: %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(key, requestTimeout, length).replace("\n", "\r\n"));
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String response(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
