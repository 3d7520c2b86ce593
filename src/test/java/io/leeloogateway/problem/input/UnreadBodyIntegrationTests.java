package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.DrippingClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.TestClients;
import java.io.IOException;
import java.util.HashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

/** No byte of a body is read before the key, the rate limit, the scope and the head of the request are checked: the response comes without the body. */
@GatewayTest
class UnreadBodyIntegrationTests {

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Autowired
    private RestTestClient http;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | POST /api/v1/people                   | none     | application/json                  | Content-Length: 100
            401 | POST /api/v1/people                   | garbage  | application/json                  | Content-Length: 100
            401 | POST /api/v1/people                   | none     | application/x-www-form-urlencoded | Content-Length: 100
            401 | POST /api/v1/people                   | none     | multipart/form-data; boundary=x   | Content-Length: 100
            401 | POST /api/v1/people                   | none     | application/json                  | Transfer-Encoding: chunked
            401 | DELETE /api/v1/people/1/tags/2        | none     | application/json                  | Transfer-Encoding: chunked
            401 | POST /api/v1/clients                  | none     | application/json                  | Content-Length: 100
            401 | POST /api/v1/nothing                  | none     | application/x-www-form-urlencoded | Transfer-Encoding: chunked
            403 | POST /api/v1/people                   | reader   | application/json                  | Content-Length: 100
            403 | POST /api/v1/people                   | reader   | application/x-www-form-urlencoded | Content-Length: 100
            403 | DELETE /api/v1/people/1/tags/2        | reader   | application/json                  | Transfer-Encoding: chunked
            429 | POST /api/v1/people                   | spent    | application/json                  | Content-Length: 100
            429 | DELETE /api/v1/people/1/tags/2        | spent    | application/json                  | Transfer-Encoding: chunked
            404 | POST /api/v1/nothing                  | demo     | application/json                  | Content-Length: 100
            405 | DELETE /api/v1/people                 | demo     | application/json                  | Content-Length: 100
            415 | POST /api/v1/people                   | demo     | application/x-www-form-urlencoded | Content-Length: 100
            415 | POST /api/v1/people                   | demo     | multipart/form-data; boundary=x   | Transfer-Encoding: chunked
            400 | POST /api/v1/people?unknown=1         | demo     | application/json                  | Content-Length: 100
            400 | GET /api/v1/people                    | demo     | application/json                  | Content-Length: 100
            413 | POST /api/v1/people                   | demo     | application/json                  | Content-Length: 131073
            413 | POST /api/v1/clients                  | demo     | application/json                  | Content-Length: 131073
            413 | POST /api/v1/people/sms-imports       | demo     | application/json                  | Content-Length: 1048577
            """)
    void requestIsRefusedWithoutItsBody(int status, String request, String key, String type, String size)
            throws IOException {
        try (var client = new DrippingClient(port)) {
            client.send("""
                    %s HTTP/1.1
                    Host: localhost
                    %sContent-Type: %s
                    Request-Timeout: 30
                    %s

                    """.formatted(request, authorization(key), type, size));

            assertThat(client.head()).startsWith("HTTP/1.1 " + status);
        }
    }

    private String authorization(String key) {
        var callers = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        return switch (key) {
            case "none" -> "";
            case "garbage" -> "Authorization: Bearer lgw_garbage\n";
            case "reader" -> "Authorization: Bearer " + callers.newKeyWithScopes("people:read") + "\n";
            case "spent" -> "Authorization: Bearer " + spentKey(callers) + "\n";
            default -> "Authorization: Bearer " + demoKey + "\n";
        };
    }

    private static String spentKey(TestClients callers) {
        var form = new HashMap<>(TestClients.client("people:write"));
        form.put("requestsPerMinute", 1);
        var key = callers.newKey(callers.newClient(form));
        callers.status("/api/v1/me", key);
        return key;
    }
}
