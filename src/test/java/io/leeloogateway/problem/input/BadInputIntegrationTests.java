package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.jayway.jsonpath.JsonPath;
import io.leeloogateway.fixtures.GatewayTest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Invalid input gets a problem that names the field, and does not reach Leeloo. */
@GatewayTest
class BadInputIntegrationTests {

    private static final String PEOPLE = "/api/v1/people";
    private static final String PERSON = PEOPLE + "/64a0c3f00001000000000002";
    private static final String TEMPLATES = "/api/v1/channels/64a0c3f00001000000000003/template-messages";
    private static final String CALLS = "/api/v1/calls";
    private static final String CALL = """
            {"userId": "64a0c3f00005000000000001", "channelId": "64a0c3f00001000000000003", "from": "1", "to": "2", \
            "date": %s, "status": "%s", "duration": %s, "type": "INBOUND"}""";

    @Autowired
    private RestTestClient client;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    static Stream<Arguments> badInput() {
        return Stream.of(
                read(PEOPLE + "/xyz", 400, "personId", "format"),
                read(PEOPLE + "/64A0C3F00001000000000002", 400, "personId", "format"),
                read(PEOPLE + "?limti=3", 400, "limti", "unknown"),
                read(PEOPLE + "?limit=0", 400, "limit", "range"),
                read(PEOPLE + "?limit=101", 400, "limit", "range"),
                read(PEOPLE + "?limit=ten", 400, "limit", "type"),
                read(PEOPLE + "?limit=0x10", 400, "limit", "type"),
                read(PEOPLE + "?limit=1&limit=2", 400, "limit", "repeated"),
                read(PEOPLE + "?email=", 400, "email", "length"),
                read(PEOPLE + "?offset=-1", 400, "offset", "range"),
                read(PEOPLE + "?phone=5550100", 400, "phone", "format"),
                read(PEOPLE + "?email=anna", 400, "email", "format"),
                read(PEOPLE + "?tag=", 400, "tag[0]", "required"),
                read(PEOPLE + "?tag=a%00b", 400, "tag", "format"),
                read(PEOPLE + "?lastMessageFrom=13.01.2026", 400, "lastMessageFrom", "format"),
                read("/api/v1/channels?lastMessageTo=2026-02-30", 400, "lastMessageTo", "format"),
                read(PERSON + "?expand=everything", 400, "expand", "unknown"),
                post(PEOPLE, "{\"name\": \"Eva\", \"nick\": \"E\"}", 400, "nick", "unknown"),
                post(PEOPLE, "{\"name\": 7}", 400, "name", "type"),
                post(PEOPLE, "{\"name\": \"\"}", 400, "name", "required"),
                post(PEOPLE, "{}", 400, "name", "required"),
                post(PEOPLE, "{\"name\": \"Eva\\u0000\"}", 400, "name", "format"),
                post(PEOPLE, "{\"name\": \"Eva\\ud83d\"}", 400, "name", "format"),
                post(TEMPLATES, "{\"variables\": {\"a\\u0000b\": \"x\"}}", 400, "variables", "format"),
                post(PEOPLE, "{\"name\": \"Eva\", \"name\": \"Eve\"}", 400, "body", "malformed"),
                post(PEOPLE, "{\"name\": \"Eva\", \"phone\": \"12025550143\"}", 400, "phone", "format"),
                post(PEOPLE, "{\"name\": \"Eva\", \"operatorIds\": [null]}", 400, "operatorIds[0]", "required"),
                post(PEOPLE, "{\"name\": \"Eva\", \"operatorIds\": [\"x\"]}", 400, "operatorIds[0]", "format"),
                post(
                        PEOPLE,
                        "{\"name\": \"Eva\", \"operatorIds\": [" + "null,".repeat(25_000) + "null]}",
                        400,
                        "operatorIds",
                        "length"),
                post(PEOPLE, "[1]", 400, "body", "type"),
                post(PEOPLE, "null", 400, "body", "required"),
                post(PEOPLE, "", 400, "body", "required"),
                post(PEOPLE, "{\"name\": ", 400, "body", "malformed"),
                post(PEOPLE, "{\"name\": \"Eva\"} true", 400, "body", "type"),
                post(PEOPLE, "[".repeat(100_000), 400, "body", "type"),
                post(PEOPLE + "/sms-imports", "{\"people\": [{}]}", 400, "people[0].name", "required"),
                post(CALLS, CALL.formatted("1700000000", "SUCCESS", "1"), 400, "date", "type"),
                post(CALLS, CALL.formatted("\"soon\"", "SUCCESS", "1"), 400, "date", "type"),
                post(CALLS, CALL.formatted("\"2026-01-13T08:20:37Z\"", "LOST", "1"), 400, "status", "format"),
                post(CALLS, CALL.formatted("\"2026-01-13T08:20:37Z\"", "SUCCESS", "\"1\""), 400, "duration", "type"),
                post(CALLS, CALL.formatted("\"2026-01-13T08:20:37Z\"", "SUCCESS", "1.5"), 400, "duration", "type"),
                post(CALLS, CALL.formatted("\"2026-01-13T08:20:37Z\"", "SUCCESS", "-1"), 400, "duration", "range"),
                arguments(HttpMethod.PATCH, PERSON, "{}", 400, "body", "required"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("badInput")
    void invalidFieldIsNamed(HttpMethod method, String path, String body, int status, String field, String code) {
        var requestId = UUID.randomUUID().toString();

        var problem = call(method, path, "application/json", body, requestId, status);

        assertThat(JsonPath.<String>read(problem, "$.type")).isEqualTo("/problems/invalid-request");
        assertThat(JsonPath.<String>read(problem, "$.requestId")).isEqualTo(requestId);
        assertThat(JsonPath.<Boolean>read(problem, "$.retryable")).isFalse();
        assertThat(JsonPath.<String>read(problem, "$.instance")).isEqualTo("/api/v1/requests/" + requestId);
        assertThat(JsonPath.<Iterable<String>>read(problem, "$.errors[*].field"))
                .contains(field);
        assertThat(JsonPath.<Iterable<String>>read(problem, "$.errors[*].code")).contains(code);
        assertThat(problem.contains("\"outcome\":\"not_sent\"")).isEqualTo(!method.equals(HttpMethod.GET));
        assertThat(problem).doesNotContain("tools.jackson", "io.leeloogateway", "java.");
        assertThat(callsToLeeloo()).doesNotContain(requestId);
    }

    /** At TRACE Spring parses the query first for its log, and the error page of the container responds. */
    @ParameterizedTest
    @ValueSource(strings = {"?tag=%ED%A0%80", "?=x"})
    void malformedQueryIsRejectedAndNotEchoed(String query) {
        var problem = call(HttpMethod.GET, PEOPLE + query, "application/json", "", "badly-encoded", 400);

        assertThat(JsonPath.<String>read(problem, "$.errors[0].field")).isIn("query", "request");
        assertThat(callsToLeeloo()).doesNotContain("badly-encoded");
    }

    @Test
    void bodyOverTheLimitOfTheRouteIsRejected() {
        var large = "{\"name\": \"" + "a".repeat(128 * 1024) + "\"}";

        var problem = call(HttpMethod.POST, PEOPLE, "application/json", large, "large", 413);

        assertThat(problem).contains("/problems/body-too-large", "not_sent");
    }

    @Test
    void bodyOverTheLimitOfTheRouteIsRejectedForEscapedPaths() {
        client.post()
                .uri(URI.create("http://localhost:" + port + PEOPLE.replace("/api/", "/%61pi/")))
                .header("Authorization", "Bearer " + demoKey)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"" + "a".repeat(128 * 1024) + "\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void formIsRejected() {
        var problem = call(HttpMethod.POST, PEOPLE, "application/x-www-form-urlencoded", "name=Eva", "form", 415);

        assertThat(problem).contains("/problems/unsupported-media-type", "not_sent");
    }

    @Test
    void allWrongParametersAreNamed() {
        var query = "?limit=1000&ofset=1&email=anna&email=eva&lastMessageFrom=soon&tag=";

        var problem = call(HttpMethod.GET, PEOPLE + query, "application/json", "", "all-wrong", 400);

        assertThat(JsonPath.<List<String>>read(problem, "$.errors[*].field"))
                .containsExactlyInAnyOrder("limit", "ofset", "email", "lastMessageFrom", "tag[0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/yaml", "application/xml", "application/vnd.x+json"})
    void otherMediaTypesAreRejected(String type) {
        var problem = call(HttpMethod.POST, PEOPLE, type, "name: Eva", "other-type", 415);

        assertThat(problem).contains("/problems/unsupported-media-type", "not_sent");
        assertThat(callsToLeeloo()).doesNotContain("other-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/yaml", "application/xml", "application/json;q=0", "nonsense"})
    void changeIsNotSentIfItsResponseIsNotAcceptable(String accepted) {
        client.post()
                .uri(PEOPLE)
                .header("Authorization", "Bearer " + demoKey)
                .header("X-Request-Id", "not-wanted")
                .header("Accept", accepted)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"name\": \"Eva\"}")
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectBody()
                .jsonPath("$.outcome")
                .isEqualTo("not_sent");

        assertThat(callsToLeeloo()).doesNotContain("not-wanted");
    }

    @Test
    void unknownRouteIsNotFound() {
        var problem = call(HttpMethod.GET, "/api/v1/persons", "application/json", "", "unknown", 404);

        assertThat(problem).contains("/problems/route-not-found", "\"instance\":\"/api/v1/requests/unknown\"");
    }

    @Test
    void unsupportedMethodGetsAnAllowHeader() {
        var answer = client.delete()
                .uri(PEOPLE)
                .header("Authorization", "Bearer " + demoKey)
                .exchange();

        answer.expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .value("Allow", allow -> assertThat(allow).contains("GET", "POST"));
    }

    @Test
    void invalidDeadlineIsRejected() {
        for (var timeout : new String[] {"soon", "0", "-1", "-0.5", "1e3", "5s", ""}) {
            client.get()
                    .uri(PEOPLE)
                    .header("Authorization", "Bearer " + demoKey)
                    .header("Request-Timeout", timeout)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("Request-Timeout");
        }
    }

    @Test
    void csvIsNotAcceptable() {
        client.get()
                .uri(PEOPLE)
                .header("Authorization", "Bearer " + demoKey)
                .header("Accept", "text/csv")
                .exchange()
                .expectStatus()
                .isEqualTo(406)
                .expectHeader()
                .contentType("application/problem+json");
    }

    @Test
    void commaInATagIsNotASeparator() {
        var answer = call(HttpMethod.GET, PEOPLE + "?tag=vip,new", "application/json", "", "comma", 200);

        assertThat(JsonPath.<Integer>read(answer, "$.page.returned")).isZero();
    }

    @Test
    void headerIsNotAParameter() {
        client.get()
                .uri("/api/v1/users")
                .header("Authorization", "Bearer " + demoKey)
                .header("Limit", "1")
                .exchange()
                .expectBody()
                .jsonPath("$.page.limit")
                .isEqualTo(20);
    }

    @Test
    void leadingSpaceOfAPhoneIsAPlusSign() {
        var answer = call(HttpMethod.GET, PEOPLE + "?phone=%2012025550101", "application/json", "", "blank", 200);

        assertThat(JsonPath.<String>read(answer, "$.items[0].name")).isEqualTo("Anna Kovalenko");
    }

    private String call(HttpMethod method, String path, String contentType, String body, String requestId, int status) {
        return String.valueOf(client.method(method)
                .uri(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + demoKey)
                .header("X-Request-Id", requestId)
                .header("Content-Type", contentType)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .returnResult(String.class)
                .getResponseBody());
    }

    private String callsToLeeloo() {
        return String.valueOf(client.get()
                .uri("/sandbox/calls")
                .exchange()
                .returnResult(String.class)
                .getResponseBody());
    }

    private static Arguments read(String path, int status, String field, String code) {
        return arguments(HttpMethod.GET, path, "", status, field, code);
    }

    private static Arguments post(String path, String body, int status, String field, String code) {
        return arguments(HttpMethod.POST, path, body, status, field, code);
    }
}
