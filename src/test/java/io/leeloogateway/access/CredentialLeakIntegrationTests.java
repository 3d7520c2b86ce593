package io.leeloogateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;

/** API keys in the path, the query and the body, in every encoding. The test canary checks that no key is logged. */
@GatewayTest
class CredentialLeakIntegrationTests {

    private static final String TAGS = "/api/v1/tags";
    private static final String COMMENTS = "/api/v1/people/64a0c3f00001000000000002/comments";
    private static final String TEMPLATES = "/api/v1/channels/64a0c3f00001000000000003/template-messages";

    @Autowired
    RestTestClient http;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    @Value("${local.server.port}")
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                TAGS + "?access_token=KEY",
                TAGS + "?api_key=KEY",
                TAGS + "?apikey=short",
                TAGS + "?api%5Fkey=short",
                TAGS + "?Authorization=KEY",
                TAGS + "?anything=KEY",
                TAGS + "?anything=ESCAPED",
                TAGS + "?a=1&ESCAPED",
                TAGS + "?a=%ED%A0%80&b=ESCAPED",
                TAGS + "?a=%ED%A0%80KEY",
                "/api/v1/people/KEY",
                "/api/v1/people/ESCAPED",
                "/api/v1/clients/none/keys/KEY",
                "/api/v1/no-such-route/KEY",
            })
    void keyInTheUrlIsRejectedAndNotReturned(String url) throws Exception {
        var problem = call(HttpMethod.GET, insertKey(url), "");

        assertThat(problem)
                .contains("forbidden")
                .containsAnyOf("\"query\"", "\"path\"")
                .doesNotContain(demoKey, "lgw_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": \"my key is KEY\"}",
                "{\"text\": \"my key is ESCAPED\"}",
                "{\"KEY\": \"text\"}",
                "{\"ESCAPED\": \"text\"}",
                "{\"text\": [[{\"a\": \"ESCAPED\"}]]}",
                "{\"text\": KEY}",
                "{\"text\": \"KEY",
                "{} \"ESCAPED\"",
            })
    void keyInTheBodyIsRejectedAndNotReturned(String body) throws Exception {
        var problem = call(HttpMethod.POST, COMMENTS, insertKeyInJson(body));

        assertThat(problem).contains("\"body\"", "forbidden", "not_sent").doesNotContain(demoKey, "lgw_");
    }

    @Test
    void keyInTemplateVariablesIsRejected() throws Exception {
        var variables = "{\"templateId\": \"64a0c3f00004000000000001\", \"variables\": {\"a\": \"ESCAPED\"}}";

        assertThat(call(HttpMethod.POST, TEMPLATES, insertKeyInJson(variables))).contains("\"body\"", "forbidden");
    }

    /** RFC 8259, 8.1: JSON is UTF-8; a key in EBCDIC would not be detected. */
    @ParameterizedTest
    @ValueSource(strings = {"IBM037", "UTF-16", "ISO-8859-1"})
    void bodyInAnotherCharsetIsRejected(String charset) {
        var body = "{\"text\": \"" + demoKey + "\"}";
        var bytes = body.getBytes(charset.startsWith("IBM") ? Charset.forName(charset) : StandardCharsets.UTF_8);

        http.post()
                .uri(COMMENTS)
                .header("Authorization", "Bearer " + demoKey)
                .header("Content-Type", "application/json; charset=" + charset)
                .body(bytes)
                .exchange()
                .expectStatus()
                .isEqualTo(415);
    }

    @Test
    void charsetUtf8IsAccepted() {
        http.post()
                .uri(COMMENTS)
                .header("Authorization", "Bearer " + demoKey)
                .header("Content-Type", "application/json; charset=utf-8")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void keyAsRequestIdIsReplaced() {
        http.get()
                .uri(TAGS)
                .header("Authorization", "Bearer " + demoKey)
                .header("X-Request-Id", demoKey)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).matches("[0-9a-f-]{36}"));
    }

    @Test
    void textWithOnlyThePrefixOfAKeyIsAccepted() {
        http.get()
                .uri("/api/v1/people?email=lgw_team_mail@example.org")
                .header("Authorization", "Bearer " + demoKey)
                .header("X-Request-Id", "lgw_7Qm2ZpX4tB9c")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Request-Id", "lgw_7Qm2ZpX4tB9c");
    }

    /** Uses the JDK's client, which does not log URLs. */
    private String call(HttpMethod method, String url, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + url))
                .header("Authorization", "Bearer " + demoKey)
                .header("Content-Type", "application/json")
                .method(method.name(), HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(400);
            return response.body();
        }
    }

    private String insertKey(String url) {
        return url.replace("KEY", demoKey).replace("ESCAPED", escaped("%%%02x"));
    }

    private String insertKeyInJson(String body) {
        return body.replace("KEY", demoKey).replace("ESCAPED", escaped("\\u%04x"));
    }

    private String escaped(String format) {
        return demoKey.chars().mapToObj(format::formatted).collect(Collectors.joining());
    }
}
