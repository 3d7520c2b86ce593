package io.leeloogateway.compat;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import io.leeloogateway.fixtures.TestClients;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Every layer of the gateway writes its errors in Leeloo's words under {@code /leeloo}. */
@GatewayTest
class CompatErrorsIntegrationTests {

    @Autowired
    private RestTestClient http;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${local.server.port}")
    private int port;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /leeloo/api/v2/people/..%2ftags HTTP/1.1                                             | 400
            GET /leeloo/api/v2/people/a%5Cb HTTP/1.1                                                 | 400
            GET /leeloo/api/v2/people/a;b=c HTTP/1.1                                                 | 400
            GET /leeloo/api/v2/people/%00 HTTP/1.1                                                   | 400
            GET /leeloo/api/v2/tags?access_token=x HTTP/1.1                                          | 400
            GET /leeloo/api/v2/tags HTTP/1.1\\nContent-Length: x                                     | 400
            GET /leeloo/api/v2/tags HTTP/1.1\\nHost: other                                           | 400
            TRACE /leeloo/api/v2/tags HTTP/1.1                                                       | 405
            QUERY /leeloo/api/v2/tags HTTP/1.1                                                       | 400
            GET /leeloo/unknown HTTP/1.1                                                             | 404
            GET /leeloo/api/v2/tags HTTP/1.1\\nX-Leeloo-AuthToken: none                              | 401
            POST /leeloo/api/v2/people HTTP/1.1\\nContent-Length: 140000                              | 413
            POST /leeloo/api/v2/people HTTP/1.1\\nContent-Type: image/png\\nContent-Length: 2        | 400
            POST /leeloo/api/v2/people HTTP/1.1\\nContent-Type: application/json\\nContent-Length: 2 | 400
            GET /leeloo/api/v2/tags HTTP/1.1\\nExpect: nothing                                       | 417
            """)
    void everyLayerWritesErrorsInLeeloosWords(String head, int status) throws IOException {
        var key = head.contains("AuthToken") ? "" : "\nX-Leeloo-AuthToken: " + demoKey;

        var response = RawExchange.send(port, head.replace("\\n", "\n") + key, head.contains(": 2") ? "{x" : "");

        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/json\r\n");
        var body =
                JsonMapper.shared().readTree(response.substring(response.indexOf('{'), response.lastIndexOf('}') + 1));
        assertThat(body.path("status").asInt(1)).isZero();
        assertThat(body.path("error").path("code").asString("")).isNotBlank();
        assertThat(body.path("requestId").asString("")).isNotBlank();
    }

    @Test
    void limitOfTheClientIsTheirsToo() {
        var clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        var form = new HashMap<>(TestClients.client("tags:read"));
        form.put("requestsPerMinute", 1);
        var client = new GatewayClient("http://127.0.0.1:" + port, clients.newKey(clients.newClient(Map.copyOf(form))));
        client.get("/leeloo/api/v2/tags");

        var limited = client.get("/leeloo/api/v2/tags");

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).matches("[0-9]+");
        assertThat(limited.json().path("error").path("code").asString()).isEqualTo("RATE_LIMITED");
    }

    @Test
    void unknownIdIsNotFoundFirstByLeelooThenByTheCache() {
        var client = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        client.reset();
        var unknown = "/leeloo/api/v2/people/64a0c3f0000100000000dead";

        var first = client.get(unknown);
        var second = client.get(unknown);

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(404);
        for (var response : List.of(first, second)) {
            assertThat(response.json().path("status").asInt()).isZero();
            assertThat(response.json().path("error").path("code").asString()).isEqualTo("NOT_FOUND");
        }
        assertThat(client.calls("/people/")).hasSize(1);
    }
}
