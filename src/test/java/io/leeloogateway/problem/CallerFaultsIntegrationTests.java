package io.leeloogateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A fault of the caller is never a 500 and never an error in the log, whatever layer notices it. */
@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class CallerFaultsIntegrationTests {

    private static final String COMMENT = """
            POST /api/v1/people/64a0c3f00001000000000002/comments HTTP/1.1
            Content-Type: application/json
            Content-Length: 15
            %s

            {"text": "Hej"}""";

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(COMMENT.formatted("Idempotency-Key: " + utf8("Ķšļ")), 400, "Idempotency-Key"),
                fault(COMMENT.formatted("Idempotency-Key: \u0080"), 400, "Idempotency-Key"),
                fault(COMMENT.formatted("Idempotency-Key: \u00e9"), 400, "Idempotency-Key"),
                fault(COMMENT.formatted("Request-Timeout: 5\u0085"), 400, "Request-Timeout"),
                fault(read("Request-Timeout: " + utf8("пять")), 400, "Request-Timeout"),
                fault(read("Request-Timeout: \u00bd"), 400, "Request-Timeout"),
                fault(read("Cache-Control: " + utf8("нет")), 400, "Cache-Control"),
                fault(read("Cache-Control: no-cache, \u0090"), 400, "Cache-Control"),
                fault(read("Cache-Control: \u00e9"), 400, "Cache-Control"),
                fault(read("Accept: " + utf8("текст")), 406, "not-acceptable"),
                fault(read("Accept-Language: " + utf8("укр")), 200, ""),
                fault(read("If-None-Match: \"" + utf8("укр") + "\""), 200, ""),
                fault(read("If-Modified-Since: " + utf8("укр")), 200, ""),
                fault(read("X-Request-Id: " + utf8("укр")), 200, ""),
                fault(read("User-Agent: " + utf8("укр")), 200, ""),
                fault("GET /api/v1/people?a%01b=1 HTTP/1.1", 400, "a?b"),
                fault("GET /api/v1/people?%7f=1 HTTP/1.1", 400, "unknown"),
                fault("GET /api/v1/people?a%0d%0ab=1 HTTP/1.1", 400, "a??b"),
                fault("GET /api/v1/people?%c2%85=1 HTTP/1.1", 400, "unknown"),
                fault("GET /api/v1/people?%00=1 HTTP/1.1", 400, "unknown"),
                fault("GET /api/v1/me?a%01b HTTP/1.1", 400, "a?b"),
                fault("POST /api/v1/people HTTP/1.1\nTransfer-Encoding: zstd, chunked", 501, "not-implemented"),
                fault("POST /api/v1/people HTTP/1.1\nTransfer-Encoding: gzip, chunked", 501, "not-implemented"),
                fault("GET /api/v1/tags HTTP/2.7", 505, "http-version-not-supported"),
                fault("GET /api/v1/tags HTTP/3.0", 505, "http-version-not-supported"),
                fault("CONNECT localhost:443 HTTP/1.1", 400, "invalid-request"),
                fault("BREW /api/v1/tags HTTP/1.1", 400, "invalid-request"),
                fault("TRACE /api/v1/tags HTTP/1.1", 405, "method-not-allowed"),
                fault(read("Expect: 200-ok"), 417, "expectation-failed"),
                fault("GET /swagger-ui/index.html HTTP/1.1\nRange: bytes=99999999-", 416, "range-not-satisfiable"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultOfTheCallerIsNoFailureOfTheGateway(String request, int status, String named, CapturedOutput output)
            throws IOException {
        var parts = request.split("\\n\\n", 2);

        var response = RawExchange.send(
                port, parts[0] + "\nAuthorization: Bearer " + demoKey, parts.length == 1 ? "" : parts[1]);

        assertThat(response).startsWith("HTTP/1.1 " + status + " ").contains(named);
        if (status >= 400) {
            assertThat(response).contains("application/problem+json", "\"status\":" + status);
        }
        assertThat(output.getAll()).doesNotContain("failed unexpectedly", "RequestRejectedException");
    }

    private static String read(String header) {
        return "GET /api/v1/tags HTTP/1.1\n" + header;
    }

    /** One char for each byte of the text in UTF-8. */
    private static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static Arguments fault(String request, int status, String named) {
        return Arguments.arguments(request, status, named);
    }
}
