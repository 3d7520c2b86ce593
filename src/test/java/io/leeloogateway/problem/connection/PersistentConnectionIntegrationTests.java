package io.leeloogateway.problem.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawConnection;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** A caller's mistake and a failure of Leeloo do not cost the caller a connection; a request that cannot be read to its end does. */
@GatewayTest
class PersistentConnectionIntegrationTests {

    private static final String COMMENTS = "/api/v1/people/" + GatewayClient.ANNA + "/comments HTTP/1.1";
    private static final String CHUNKED =
            "POST " + COMMENTS + "\nContent-Type: application/json\nTransfer-Encoding: chunked";

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String key;

    static Stream<Arguments> errors() {
        return Stream.of(
                error("GET /api/v1/tags?colour=red HTTP/1.1", "", 400),
                error("GET /api/v1/people/anna HTTP/1.1", "", 400),
                error("HEAD /api/v1/people/anna HTTP/1.1", "", 400),
                error("GET /api/v1/tags?token=%zz HTTP/1.1", "", 400),
                error("BREW /api/v1/tags HTTP/1.1", "", 400),
                error("GET /api/v1//tags HTTP/1.1", "", 400),
                error("PUT /api/v1/people/" + GatewayClient.ANNA + "/tags/1 HTTP/1.1\nIf-Match: \"1\"", "", 400),
                error(posted("{\"text\": \"\"}"), "{\"text\": \"\"}", 400),
                error(posted("{\"text\": "), "{\"text\": ", 400),
                error(posted("{\"txt\": \"Hello\"}") + "\nIdempotency-Key: é", "{\"txt\": \"Hello\"}", 400),
                error(CHUNKED, "4\r\n{\"a\"\r\n4\r\n: 1}\r\n0\r\n\r\n", 400),
                error("GET /api/v1/tags HTTP/1.1\nCache-Control: no-cache\nX-Sandbox-Fault: throttled", "", 503),
                error(posted("{\"text\": \"Hello\"}") + "\nX-Sandbox-Fault: throttled", "{\"text\": \"Hello\"}", 503));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void sameConnectionServesTheNextRequestAfterAnError(String head, String body, int status) throws IOException {
        try (var connection = new RawConnection(port)) {
            var error = connection.exchange(head + "\nAuthorization: Bearer " + key, body);
            var next = connection.exchange("GET /api/v1/me HTTP/1.1\nAuthorization: Bearer " + key, "");

            assertThat(error).startsWith("HTTP/1.1 " + status + " ").doesNotContainIgnoringCase("connection: close");
            assertThat(next).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/tags HTTP/1.1\nContent-Length: x",
                "GET /api/v1/tags HTTP/1.1\nContent-Length: 1\nContent-Length: 2",
                "GET /api/v1/tags HTTP/1.1\nNot a header: 1",
                "GET /api/v1/ta gs HTTP/1.1",
                CHUNKED + "\nX: \n\nzz\r\n{}\r\n0\r\n\r\n"
            })
    void connectionClosesAfterARequestWhoseEndIsNotCertain(String request) throws IOException {
        var parts = request.split("\\n\\n", 2);
        try (var connection = new RawConnection(port)) {
            var error =
                    connection.exchange(parts[0] + "\nAuthorization: Bearer " + key, parts.length == 1 ? "" : parts[1]);

            assertThat(error).startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void callerThatAsksForItGetsAClosedConnection() throws IOException {
        try (var connection = new RawConnection(port)) {
            var error = connection.exchange(
                    "GET /api/v1/people/anna HTTP/1.1\nConnection: close\nAuthorization: Bearer " + key, "");

            assertThat(error).startsWith("HTTP/1.1 400 ").containsIgnoringCase("connection: close");
            assertThat(connection.isClosed()).isTrue();
        }
    }

    private static String posted(String body) {
        return "POST " + COMMENTS + "\nContent-Type: application/json\nContent-Length: " + body.length();
    }

    private static Arguments error(String head, String body, int status) {
        return Arguments.arguments(head, body, status);
    }
}
