package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.RawResponseMode;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.leeloo.wire.EndpointExample;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith({NoBufferLeaks.class, OutputCaptureExtension.class})
class FaultsIntegrationTests extends RawLeelooGateway {

    private static final String PERSON = "/api/v1/people/" + SampleIds.ANNA;

    private static final FaultTable TABLE = new FaultTable();

    @Autowired
    private RestTestClient gateway;

    @Value("${gateway.access.demo-key}")
    private String key;

    static List<FaultExample> faults() {
        return FaultExample.all();
    }

    /** A load continues after its caller has timed out, and the next read of the same resource waits for it. */
    @AfterEach
    void recover() {
        LEELOO.closeConnections();
        LEELOO.recover();
    }

    @AfterAll
    static void printTheTable(@Autowired MeterRegistry meters) throws IOException {
        TABLE.print("upstream-faults", meters);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void readReportsTheFault(FaultExample fault, CapturedOutput output) {
        assertRead(fault, call(fault, HttpMethod.GET, PERSON), output);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void listReportsTheFault(FaultExample fault, CapturedOutput output) {
        assertRead(fault, call(fault, HttpMethod.GET, "/api/v1/orders?limit=5"), output);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void changeReportsTheFaultAndItsOutcome(FaultExample fault, CapturedOutput output) {
        var response = call(fault, HttpMethod.PUT, PERSON + "/tags/" + SampleIds.TAG);

        var problem = assertProblem(fault, response, output);
        assertThat(problem.path("outcome").asString()).isEqualTo(fault.outcome());
        assertThat(problem.path("retryable").asBoolean()).isEqualTo(fault.changeRetryable());
    }

    @Test
    void responseWithoutRowsIsUnreadable() {
        LEELOO.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":{\"rows\":[]}}"));

        var response = call(HttpMethod.GET, "/api/v1/orders");

        assertThat(response.getStatus().value()).isEqualTo(502);
        assertThat(json(response).path("type").asString()).isEqualTo("/problems/leeloo-unreadable");
    }

    @Test
    void changeWithoutAReportedSuccessHasAnUnknownOutcome() {
        LEELOO.behave(RawResponseMode.respond(200, "{\"message\":\"queued\"}"));

        var response = call(HttpMethod.PUT, PERSON + "/tags/" + SampleIds.TAG);

        assertThat(response.getStatus().value()).isEqualTo(502);
        assertThat(json(response).path("outcome").asString()).isEqualTo("unknown");
    }

    @Test
    void idOfANewOrderIsEncodedInLocation() {
        LEELOO.behave(RawResponseMode.respond(200, "{\"status\":1,\"data\":{\"id\":\"a b/../é?\"}}"));

        var response = gateway.post()
                .uri("/api/v1/orders")
                .header("Authorization", "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "personId", SampleIds.ANNA, "offerId", SampleIds.OFFER, "paymentCreditsId", SampleIds.CREDITS))
                .exchange()
                .expectBody(String.class)
                .returnResult();

        assertThat(response.getStatus().value()).as(response.getResponseBody()).isEqualTo(201);
        assertThat(response.getResponseHeaders().getFirst("Location"))
                .isEqualTo("/api/v1/orders/a%20b%2F..%2F%C3%A9%3F");
    }

    @Test
    void unknownIdIsNotFound() {
        LEELOO.behave(RawResponseMode.respond(200, "{\"status\":0,\"error\":{\"code\":\"WRONG_ID\"}}"));

        var response = call(HttpMethod.PUT, PERSON + "/tags/" + SampleIds.TAG);

        assertThat(response.getStatus().value()).isEqualTo(404);
        assertThat(json(response).path("outcome").asString()).isEqualTo("rejected");
    }

    @Test
    void rejectionNamesTheFieldsOfTheGateway() {
        LEELOO.behave(RawResponseMode.respond(200, """
                {"status":0,"error":{"code":"FORMAT_ERROR","fields":{"account_id":"WRONG","<b>":"<b>"}}}"""));

        var errors = json(call(HttpMethod.GET, PERSON)).path("errors");

        assertThat(errors).isEqualTo(JsonMapper.shared().readTree("""
                [{"field":"?","code":"REJECTED","detail":"was rejected by Leeloo"},
                 {"field":"channelId","code":"WRONG","detail":"was rejected by Leeloo"}]"""));
    }

    @Test
    void notDefinedValuesAreNull() {
        LEELOO.behave(RawResponseMode.respond(200, EndpointExample.sample("07-find-person-of-channel")));

        var person = json(call(HttpMethod.GET, PERSON));

        assertThat(List.of("email", "phone", "profileImage", "locale"))
                .allSatisfy(field ->
                        assertThat(person.path(field).isNull()).as(field).isTrue());
        assertThat(person.path("gender").asString()).isEqualTo("NO_DATA");
        assertThat(person.path("id").asString()).isEqualTo(SampleIds.ANNA);
    }

    @Test
    void ordersWithUnexpectedPricesAndStatusesAreReturned() {
        LEELOO.behave(RawResponseMode.respond(200, EndpointExample.sample("12-list-orders")));

        var page = call(HttpMethod.GET, "/api/v1/orders?limit=3");

        assertThat(page.getResponseBody()).contains("\"price\":1990.50,", "\"price\":100,", "\"price\":null");
        assertThat(json(page)
                        .path("items")
                        .valueStream()
                        .map(row -> row.path("status").asString()))
                .containsExactly("OPENED", "ON_THE_MOON", "SUCCESS");
    }

    @Test
    void duplicatesShortPagesAndAWrongTotalAreReturned() {
        LEELOO.behave(RawResponseMode.respond(200, """
                {"status":1,"data":[{"id":"%1$s","phone":"+12025550143","tags":[]},{"id":"%1$s","phone":"+12025550143","tags":null},
                 {"id":"%2$s","phone":"+12025550143"}],"meta":{"limit":2,"offset":9,"filteredCount":1,"totalCount":1}}
                """.formatted(SampleIds.ANNA, SampleIds.OLGA)));

        var response = json(call(HttpMethod.GET, "/api/v1/people?limit=50&phone=%2B12025550143"));

        assertThat(response.path("items")
                        .valueStream()
                        .map(row -> row.path("id").asString()))
                .containsExactly(SampleIds.ANNA, SampleIds.ANNA, SampleIds.OLGA);
        assertThat(response.path("page"))
                .isEqualTo(
                        JsonMapper.shared().valueToTree(Map.of("limit", 50, "offset", 0, "returned", 3, "total", 1)));
        assertThat(LEELOO.requests().getFirst()).contains("filter%5Bphone%5D=%2B12025550143 HTTP");
    }

    @Test
    void rowsWithAnotherSpellingOfThePhoneAreReturned() {
        LEELOO.behave(RawResponseMode.respond(200, """
                {"status":1,"data":[{"id":"%1$s","phone":"2025550143"},{"id":"%2$s","phone":"0012025550143;ext=5"},
                 {"id":"%3$s","phone":"+12025550144"}],"meta":{"limit":20,"offset":0,"filteredCount":3,"totalCount":3}}
                """.formatted(SampleIds.ANNA, SampleIds.OLGA, SampleIds.ORDER)));

        var response = json(call(HttpMethod.GET, "/api/v1/people?phone=%2B12025550143"));

        assertThat(response.path("items")
                        .valueStream()
                        .map(row -> row.path("id").asString()))
                .containsExactly(SampleIds.ANNA, SampleIds.OLGA);
    }

    private void assertRead(FaultExample fault, EntityExchangeResult<String> response, CapturedOutput output) {
        var problem = assertProblem(fault, response, output);
        assertThat(problem.has("outcome")).isFalse();
        assertThat(problem.path("retryable").asBoolean()).isEqualTo(fault.retryable());
    }

    private static JsonNode assertProblem(
            FaultExample fault, EntityExchangeResult<String> response, CapturedOutput output) {
        var problem = json(response);
        assertThat(response.getStatus().value()).as(response.getResponseBody()).isEqualTo(fault.status());
        assertThat(response.getResponseHeaders().getFirst("Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.getResponseHeaders().getFirst("Retry-After")).isEqualTo(fault.retryAfter());
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + fault.problem());
        assertThat(problem.path("status").asInt()).isEqualTo(fault.status());
        assertThat(LEELOO.requests().size()).isBetween(fault.mode() == null ? 0 : 1, fault.mode() == null ? 0 : 3);
        assertThat(response.getResponseHeaders() + response.getResponseBody())
                .doesNotContainIgnoringCase(
                        FaultExample.SECRET, StandaloneClient.TOKEN, "<html", "Exception", "127.0.0.1")
                .doesNotContainPattern("(io|java|org)\\.\\w+|\\bat \\w+\\.");
        assertThat(output.toString().lines().filter(FaultsIntegrationTests::isAboveDebug))
                .noneMatch(FaultsIntegrationTests::leaks);
        return problem;
    }

    /** The default log level; profile acceptance logs at TRACE, where frameworks quote personal data. */
    private static boolean isAboveDebug(String line) {
        return !line.matches("\\S+Z\\s+(TRACE|DEBUG) .*");
    }

    private static boolean leaks(String line) {
        return line.toLowerCase(Locale.ROOT).contains("secretive")
                || line.contains(StandaloneClient.TOKEN)
                || line.contains("lgw_");
    }

    private EntityExchangeResult<String> call(FaultExample fault, HttpMethod method, String path) {
        if (fault.mode() == null) {
            LEELOO.refuse();
        } else {
            LEELOO.behave(fault.mode());
        }
        var deadline = Duration.ofSeconds(fault.status() == 504 ? 1 : 8);
        var started = System.nanoTime();
        var response = call(method, path, String.valueOf(deadline.toSeconds()));
        var time = Duration.ofNanos(System.nanoTime() - started);
        TABLE.add(fault.name(), method + " " + path.replaceFirst("/api/v1", ""), describe(response), time);
        assertThat(time).isLessThan(deadline.plusSeconds(2));
        return response;
    }

    private static String describe(EntityExchangeResult<String> response) {
        var problem = json(response);
        var outcome = problem.path("outcome").asString("");
        return (response.getStatus().value() + " "
                        + problem.path("type").asString("").replace("/problems/", "") + " " + outcome)
                .strip();
    }

    private EntityExchangeResult<String> call(HttpMethod method, String path) {
        return call(method, path, "10");
    }

    private EntityExchangeResult<String> call(HttpMethod method, String path, String seconds) {
        return gateway.method(method)
                .uri(URI.create(path))
                .header("Authorization", "Bearer " + key)
                .header("Request-Timeout", seconds)
                .header("Cache-Control", "no-cache")
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private static JsonNode json(EntityExchangeResult<String> response) {
        return JsonMapper.shared().readTree(String.valueOf(response.getResponseBody()));
    }
}
