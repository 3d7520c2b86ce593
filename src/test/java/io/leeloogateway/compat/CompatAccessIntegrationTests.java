package io.leeloogateway.compat;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import io.leeloogateway.fixtures.TestClients;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Keys, scopes and errors of callers who speak Leeloo's own API. */
@GatewayTest
class CompatAccessIntegrationTests {

    private static final String TAGS = "GET /leeloo/api/v2/tags%s HTTP/1.1\nAccept: application/json%s";

    @Autowired
    RestTestClient http;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Value("${local.server.port}")
    int port;

    private GatewayClient client;

    @BeforeEach
    void reset() {
        client = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        client.reset();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                  | X-Leeloo-AuthToken: KEY
            ''                  | X-Leeloo-AuthToken:   KEY
            ''                  | x-leeloo-authtoken: KEY
            ''                  | Authorization: Bearer KEY
            ?authToken=KEY      | Content-Type: application/json
            ?limit=5&authToken=KEY | X-Leeloo-AuthToken: KEY
            """)
    void keyTravelsWhereLeeloosTokenDid(String query, String header) throws IOException {
        var response =
                RawExchange.send(port, TAGS.formatted(query, "\n" + header).replace("KEY", demoKey), "");

        assertThat(response).startsWith("HTTP/1.1 200").contains("\"status\":1");
        assertThat(client.calls("/tags")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"X-Leeloo-AuthToken: sandbox-token", "X-Leeloo-AuthToken:", "X-Other: x", "Authorization: Basic eA=="})
    void leeloosOwnTokenIsNoKey(String header) throws IOException {
        var response = RawExchange.send(port, TAGS.formatted("", "\n" + header), "");

        assertThat(response)
                .startsWith("HTTP/1.1 401")
                .contains("Content-Type: application/json\r\n")
                .contains(
                        "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"authToken\":\"REQUIRED\"}},\"requestId\":");
        assertThat(client.calls("/tags")).isEmpty();
    }

    /** A proxy that counts by key would take each spelling for another key. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | ''                   | X-Leeloo-AuthToken: KEY{LINE}X-Leeloo-AuthToken: other
            400 | ''                   | Authorization: Bearer KEY{LINE}Authorization: Bearer other
            401 | ''                   | X-Leeloo-AuthToken: other,KEY
            401 | ''                   | Authorization: Bearer {TAB}KEY
            401 | ''                   | Authorization: Bearer other KEY
            401 | ?authToken=%09KEY    | Accept-Language: uk
            401 | ?authToken=+KEY      | Accept-Language: uk
            401 | ?authToken=KEY%20    | Accept-Language: uk
            401 | ?authToken=%E3%80%80KEY | Accept-Language: uk
            401 | ?authToken=%09       | Authorization: Bearer KEY
            401 | ?authToken=          | Authorization: Bearer KEY
            401 | ''                   | X-Leeloo-AuthToken:{LINE}Authorization: Bearer KEY
            401 | ?authToken=KEY       | X-Leeloo-AuthToken:
            401 | ?authToken=%zz       | Authorization: Bearer KEY
            """)
    void keyHasOneSpelling(int status, String query, String header) throws IOException {
        var headers = header.replace("{LINE}", "\n").replace("{TAB}", "\t");

        var response =
                RawExchange.send(port, TAGS.formatted(query, "\n" + headers).replace("KEY", demoKey), "");

        assertThat(response).startsWith("HTTP/1.1 " + status);
        assertThat(client.calls("/tags")).isEmpty();
    }

    @Test
    void keyInTheQueryOfOtherPathsIsRefused() {
        assertThat(client.get("/api/v1/tags?authToken=" + demoKey).status()).isEqualTo(400);
        assertThat(client.get("/leeloo/api/v2/tags?access_token=x").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /health, 404, NOT_FOUND",
        "GET, /people/, 404, NOT_FOUND",
        "GET, /people/a.b, 404, NOT_FOUND",
        "GET, /tags/64a0c3f00003000000000003, 404, NOT_FOUND",
        "DELETE, /people/64a0c3f00001000000000002, 405, METHOD_NOT_ALLOWED",
        "POST, /messages, 404, NOT_FOUND"
    })
    void otherPathsAreNotForwarded(String method, String path, int status, String code) {
        var response = client.send(method, "/leeloo/api/v2" + path, "");

        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.json().path("status").asInt()).isZero();
        assertThat(response.json().path("error").path("code").asString()).isEqualTo(code);
        assertThat(client.calls("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/people/%2e%2e%2ftags", "/people/..%2ftags", "/people/a%5Cb", "/people/a;b=c", "/people/%00"})
    void idsCannotChangeThePath(String path) {
        assertThat(client.get("/leeloo/api/v2" + path).status()).isIn(400, 404);
        assertThat(client.calls("")).isEmpty();
    }

    @Test
    void scopesAreThoseOfTheSameRoutes() {
        var reader = withScopes("people:read");

        assertThat(reader.get("/leeloo/api/v2/people/" + ANNA).status()).isEqualTo(200);
        assertThat(reader.get("/leeloo/api/v2/people/" + ANNA + "?include=orders")
                        .status())
                .isEqualTo(403);
        assertThat(reader.get("/leeloo/api/v2/people/" + ANNA + "?include=contactedUsers")
                        .status())
                .isEqualTo(403);
        for (var spelling : List.of(
                "include%5B%5D=orders",
                "include%5B0%5D=orders",
                "Include=Orders",
                "include%5Borders%5D=1",
                "%5Binclude%5D=orders",
                "%C2%A0include=orders",
                "filter%5Binclude%5D=orders",
                "x=1;include=orders",
                "a%26include=orders")) {
            assertThat(reader.get("/leeloo/api/v2/people/" + ANNA + "?" + spelling)
                            .status())
                    .as(spelling)
                    .isEqualTo(403);
        }
        var denied = reader.get("/leeloo/api/v2/tags");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.json().path("error").path("code").asString()).isEqualTo("PERMISSION_DENIED");
    }

    @Test
    void throttlingIsJson() {
        client.injectFault("throttled", 1, "/tags");

        var response = client.get("/leeloo/api/v2/tags");

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).matches("[0-9]+");
        assertThat(response.json().path("error").path("code").asString()).isEqualTo("LEELOO_THROTTLED");
    }

    @Test
    void bracketsNeedNoEncoding() throws IOException {
        var response = RawExchange.send(
                port,
                "GET /leeloo/api/v2/people?filter[tags]=vip&limit=1 HTTP/1.1\nX-Leeloo-AuthToken: " + demoKey,
                "");

        assertThat(response).startsWith("HTTP/1.1 200").contains("\"limit\":1");
    }

    private GatewayClient withScopes(String... scopes) {
        var clients = new TestClients(http, GatewayTest.BOOTSTRAP_ADMIN_KEY);
        return new GatewayClient("http://127.0.0.1:" + port, clients.newKeyWithScopes(scopes));
    }
}
