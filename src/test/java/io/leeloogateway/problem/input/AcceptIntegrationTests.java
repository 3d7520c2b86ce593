package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.leeloogateway.fixtures.GatewayTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The format of a response is decided before the route runs (RFC 9110, 12.5.1). */
@GatewayTest
class AcceptIntegrationTests {

    private static final String ENTRIES = "/api/v1/audit-entries?action=nothing.nothing";

    @Autowired
    private RestTestClient client;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    /** It would take the processor for longer than the request. */
    @Test
    void longerHeaderThanAnyClientNeedsIsIgnored() {
        var read = exchange(HttpMethod.GET, "/api/v1/tags", "text/csv,".repeat(112) + "text/csv", "");

        assertThat(read.getStatus().value()).isEqualTo(200);
        assertThat(contentType(read)).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json;charset=iso-8859-1",
                "application/json;charset=windows-1251",
                "application/json;charset=utf-16",
                "application/json;charset=UTF-16LE",
                "application/json;charset=utf-8",
                "application/json;charset=nonsense",
                "application/json;odata=verbose",
                "application/json;v=2",
                "application/json;profile=\"a,b\"",
                "application/json;v=2;q=0, */*",
                "application/*;q=0.1",
                "text/html, application/json;q=0.5",
                "text/csv, application/json;q=0.1",
                "nonsense, */*;q=0.1",
                "application/json;q=0.000, application/json;q=0.1"
            })
    void jsonIsUtf8WithoutParameters(String accepted) {
        var change = exchange(HttpMethod.POST, "/api/v1/people", accepted, "{\"name\": \"Zoë\"}");
        var read = exchange(HttpMethod.GET, "/api/v1/tags", accepted, "");

        assertThat(change.getStatus().value()).isEqualTo(201);
        assertThat(read.getStatus().value()).isEqualTo(200);
        assertThat(contentType(change)).isEqualTo("application/json");
        assertThat(contentType(read)).isEqualTo("application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*, application/json;q=0",
                "application/*;q=0, */*;q=0",
                "*/*;q=0",
                "application/json;q=0, application/*;q=0.5",
                "application/json;charset=utf-8;q=0",
                "text/csv",
                "application/x-ndjson",
                "application/problem+json, application/json;q=0",
                "application/problem+json;q=0",
                "application/json;q=2",
                "nonsense"
            })
    void nothingIsDoneIfTheResponseIsNotAcceptable(String accepted) {
        var id = "not-acceptable-" + UUID.randomUUID();

        var change = exchange(HttpMethod.POST, "/api/v1/people", accepted, "{\"name\": \"Eva\"}", id);
        var read = exchange(HttpMethod.GET, "/api/v1/tags", accepted, "");

        assertThat(change.getStatus().value()).isEqualTo(406);
        assertThat(read.getStatus().value()).isEqualTo(406);
        assertThat(contentType(change)).isEqualTo("application/problem+json");
        assertThat(JsonPath.<String>read(body(change), "$.outcome")).isEqualTo("not_sent");
        assertThat(body(exchange(HttpMethod.GET, "/sandbox/calls", "*/*", ""))).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/problem+json",
                "application/problem+json;charset=utf-8",
                "application/*+json",
                "application/problem+json;q=0.1, text/html",
                "text/csv, application/problem+json"
            })
    void whoAcceptsTheDocumentedProblemsGetsTheSuccess(String accepted) {
        var change = exchange(HttpMethod.POST, "/api/v1/people", accepted, "{\"name\": \"Zoë\"}");
        var read = exchange(HttpMethod.GET, "/api/v1/tags", accepted, "");
        var missing = exchange(HttpMethod.GET, "/api/v1/people/64a0c3f0ffff0000000000ff", accepted, "");

        assertThat(change.getStatus().value()).isEqualTo(201);
        assertThat(read.getStatus().value()).isEqualTo(200);
        assertThat(contentType(read)).isEqualTo("application/json");
        assertThat(missing.getStatus().value()).isEqualTo(404);
        assertThat(contentType(missing)).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json", "text/html", "image/png", "*/*;q=0", "nonsense"})
    void anyFormatIsAcceptableForASuccessWithoutABody(String accepted) {
        var tag = "/api/v1/people/64a0c3f00001000000000002/tags/64a0c3f00003000000000003";

        assertThat(exchange(HttpMethod.PUT, tag, accepted, "").getStatus().value())
                .isEqualTo(204);
        assertThat(exchange(HttpMethod.DELETE, tag, accepted, "").getStatus().value())
                .isEqualTo(204);
        assertThat(exchange(HttpMethod.PUT, tag.replace("2/tags", "9/tags"), accepted, "")
                        .getStatus()
                        .value())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                           | application/json
            application/*                                 | application/json
            application/json, text/csv;q=0.1              | application/json
            application/json, text/csv                    | application/json
            text/csv, application/json                    | application/json
            text/csv;q=0, */*                             | application/json
            application/x-ndjson;q=0.2, application/*;q=1 | application/json
            application/json;v=2, text/csv;q=0.9          | application/json
            text/*                                        | text/csv;charset=UTF-8
            text/csv                                      | text/csv;charset=UTF-8
            text/csv;charset=utf-16                       | text/csv;charset=UTF-8
            text/csv, application/json;q=0.9              | text/csv;charset=UTF-8
            application/json;q=0, text/csv;q=0.1          | text/csv;charset=UTF-8
            application/x-ndjson, text/csv;q=0.9          | application/x-ndjson
            application/json;q=0, */*                     | application/x-ndjson
            """)
    void exportIsOnlyWhatIsPreferred(String accepted, String format) {
        var response = exchange(HttpMethod.GET, ENTRIES, accepted, "");

        assertThat(response.getStatus().value()).isEqualTo(200);
        assertThat(contentType(response)).isEqualToIgnoringCase(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv;q=0", "text/html", "application/json;q=0, text/html"})
    void nothingIsExportedIfNoFormatIsAcceptable(String accepted) {
        assertThat(exchange(HttpMethod.GET, ENTRIES, accepted, "").getStatus().value())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/api-docs", "/v3/api-docs/swagger-config", "/problems/not-found"})
    void openDocumentsAreJson(String path) {
        for (var accepted : new String[] {
            "*/*",
            "application/json;charset=iso-8859-1",
            "application/json;charset=UTF-16LE",
            "application/json;v=2",
            "*/*;q=0.8"
        }) {
            var response = exchange(HttpMethod.GET, path, accepted, "");

            assertThat(response.getStatus().value()).as(accepted).isEqualTo(200);
            assertThat(contentType(response)).as(accepted).isEqualTo("application/json");
        }
    }

    @Test
    void keyIsNotIssuedIfItsResponseIsNotAcceptable() {
        var response = client.post()
                .uri("/api/v1/clients")
                .header("Authorization", "Bearer " + GatewayTest.BOOTSTRAP_ADMIN_KEY)
                .header("Accept", "application/json;charset=iso-8859-1")
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"accept-%s\", \"owner\": \"o\", \"purpose\": \"p\", \"scopes\": [\"tags:read\"]}"
                        .formatted(UUID.randomUUID()))
                .exchange()
                .returnResult(String.class);

        assertThat(response.getStatus().value()).as(body(response)).isEqualTo(201);
        assertThat(contentType(response)).isEqualTo("application/json");
    }

    private ExchangeResult exchange(HttpMethod method, String path, String accepted, String body) {
        return exchange(method, path, accepted, body, UUID.randomUUID().toString());
    }

    private ExchangeResult exchange(HttpMethod method, String path, String accepted, String body, String id) {
        var request = client.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + demoKey)
                .header("X-Request-Id", id)
                .header("Accept", accepted);
        if (!body.isEmpty()) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange().returnResult(String.class);
    }

    private static String contentType(ExchangeResult response) {
        return String.valueOf(response.getResponseHeaders().getFirst(HttpHeaders.CONTENT_TYPE));
    }

    private static String body(ExchangeResult response) {
        return new String(response.getResponseBodyContent(), StandardCharsets.UTF_8);
    }
}
