package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.leeloogateway.fixtures.GatewayTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Instants in queries are RFC 3339, and a parameter without a value is not the same as no parameter. */
@GatewayTest
class InstantParametersIntegrationTests {

    private static final List<String> NO_INSTANTS = List.of(
            "",
            "%20",
            "1767225600",
            "1767225600000",
            "-1",
            "1767225600.5",
            "Sun,%2006%20Nov%201994%2008:49:37%20GMT",
            "Sunday,%2006-Nov-94%2008:49:37%20GMT",
            "2026-01-01",
            "2026-01-01T08:00",
            "2026-01-01T08:00Z",
            "2026-01-01T08:00:00",
            "2026-01-01T08:00:00%2B02",
            "2026-01-01T08:00:00+02:00",
            "2026-01-01T24:00:00Z",
            "2026-01-01T23:59:60Z",
            "2026-02-30T00:00:00Z",
            "2026-01-01T08:00:00%2B24:00",
            "2026-01-01T08:00:00.Z",
            "20260101T080000Z",
            "%D9%A2%D9%A0%D9%A2%D9%A6-01-01T08:00:00Z",
            "2026-01-01T08:00:00Z%5BUTC%5D",
            "%2B12026-01-01T08:00:00Z",
            "now",
            "PT5M");

    private static final List<String> INSTANTS = List.of(
            "2026-01-01T08:00:00Z",
            "2026-01-01T08:00:00.123456789Z",
            "2026-01-01T08:00:00%2B02:00",
            "2026-01-01T08:00:00-11:30",
            "2026-01-01t08:00:00z");

    @Autowired
    private RestTestClient client;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    static Stream<Arguments> parameters() {
        return Stream.of(
                Arguments.arguments("/api/v1/audit-entries", "from"),
                Arguments.arguments("/api/v1/audit-entries", "to"),
                Arguments.arguments("/api/v1/audit-entries/verification", "from"),
                Arguments.arguments("/api/v1/audit-entries/verification", "to"),
                Arguments.arguments("/api/v1/operations", "from"),
                Arguments.arguments("/api/v1/operations", "to"));
    }

    static Stream<Arguments> boundsOfLeeloo() {
        var parameters = Map.of(
                "/api/v1/people", List.of("lastMessageFrom", "lastMessageTo"),
                "/api/v1/channels", List.of("lastMessageFrom", "lastMessageTo"),
                "/api/v1/people/search", List.of("lastMessageFrom", "lastMessageTo", "createdFrom", "createdTo"),
                "/api/v1/orders/search", List.of("createdFrom", "createdTo"));
        return parameters.entrySet().stream()
                .flatMap(path ->
                        path.getValue().stream().map(parameter -> Arguments.arguments(path.getKey(), parameter)));
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void onlyRfc3339IsAnInstant(String path, String parameter) {
        for (var text : NO_INSTANTS) {
            assertRejected(path, parameter, text);
        }
        for (var text : INSTANTS) {
            assertThat(status(path, parameter, text)).as(text).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @MethodSource("boundsOfLeeloo")
    void boundIsADateOrAnInstant(String path, String parameter) {
        for (var text : NO_INSTANTS) {
            if (!text.equals("2026-01-01")) {
                assertRejected(path, parameter, text);
            }
        }
        for (var text : INSTANTS) {
            assertThat(status(path, parameter, text)).as(text).isEqualTo(200);
        }
    }

    @Test
    void nothingIsExportedForAnEmptyBound() {
        var response = client.get()
                .uri("/api/v1/audit-entries?from=")
                .header("Authorization", "Bearer " + demoKey)
                .header("Accept", "text/csv")
                .exchange();

        response.expectStatus().isBadRequest();
    }

    @Test
    void emptyValueIsNoAbsentValue() {
        assertRejected("/api/v1/operations", "outcome", "");
        assertRejected("/api/v1/operations", "action", "");
        assertRejected("/api/v1/operations", "target", "");
        assertRejected("/api/v1/operations", "limit", "");
        assertRejected("/api/v1/audit-entries", "outcome", "");
        assertRejected("/api/v1/channels/64a0c3f00001000000000003/person", "raw", "");
    }

    private void assertRejected(String path, String parameter, String text) {
        var response = exchange(path, parameter, text);

        assertThat(response.getStatus().value())
                .as(path + " " + parameter + "=" + text)
                .isEqualTo(400);
        assertThat(JsonPath.<List<String>>read(
                        new String(response.getResponseBodyContent(), StandardCharsets.UTF_8), "$.errors[*].field"))
                .containsExactly(parameter);
    }

    private int status(String path, String parameter, String text) {
        return exchange(path, parameter, text).getStatus().value();
    }

    private ExchangeResult exchange(String path, String parameter, String text) {
        return client.get()
                .uri(URI.create("http://localhost:" + port + path + "?" + parameter + "=" + text))
                .header("Authorization", "Bearer " + demoKey)
                .exchange()
                .returnResult(String.class);
    }
}
