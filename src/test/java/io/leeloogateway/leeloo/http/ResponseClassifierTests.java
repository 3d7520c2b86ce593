package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooNotFound;
import io.leeloogateway.leeloo.LeelooRejected;
import io.leeloogateway.leeloo.LeelooThrottled;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.RawBody;
import io.leeloogateway.leeloo.Target;
import io.leeloogateway.leeloo.model.SampleIds;
import io.leeloogateway.problem.InvalidField;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.util.Throwables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

class ResponseClassifierTests {

    private static final Target TARGET = Target.of("person", SampleIds.ANNA);
    private static final String THROTTLED = "Too many requests, please try again later.";
    private static final String TOKEN_MISSING =
            "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"authToken\":\"REQUIRED\"}}}";
    private static final String PHONE_REJECTED =
            "{\"status\":0,\"error\":{\"code\":\"FORMAT_ERROR\",\"fields\":{\"phone\":\"NOT_VALID_PHONE_NUMBER\"}}}";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(200, TOKEN_MISSING, LeelooCredentialsRejected.class),
                Arguments.of(400, TOKEN_MISSING, LeelooCredentialsRejected.class),
                Arguments.of(401, TOKEN_MISSING, LeelooCredentialsRejected.class),
                Arguments.of(401, "", LeelooCredentialsRejected.class),
                Arguments.of(403, "<html>no</html>", LeelooCredentialsRejected.class),
                Arguments.of(404, error("NOT_FOUND"), LeelooNotFound.class),
                Arguments.of(404, "{\"status\":0}", LeelooNotFound.class),
                Arguments.of(404, PHONE_REJECTED, LeelooRejected.class),
                Arguments.of(404, "", LeelooUnreadable.class),
                Arguments.of(404, "<html>no</html>", LeelooUnreadable.class),
                Arguments.of(404, "default backend - 404", LeelooUnreadable.class),
                Arguments.of(404, "{\"message\":\"no Route matched\"}", LeelooUnreadable.class),
                Arguments.of(404, "{\"error\":\"NOT_FOUND\"}", LeelooUnreadable.class),
                Arguments.of(404, "{\"status\":404,\"error\":\"Not Found\"}", LeelooUnreadable.class),
                Arguments.of(404, "{\"status\":1,\"data\":{}}", LeelooUnreadable.class),
                Arguments.of(404, "{\"status\":false,\"error\":\"Unknown method\"}", LeelooUnreadable.class),
                Arguments.of(405, "{\"status\":false,\"error\":\"Unknown method\"}", LeelooUnreadable.class),
                Arguments.of(404, "{\"status\":\"false\",\"message\":\"no route\"}", LeelooUnreadable.class),
                Arguments.of(404, "{\"status\":0,\"message\":\"404 page not found\"}", LeelooUnreadable.class),
                Arguments.of(404, "{\"status\":0,\"error\":\"Not Found\"}", LeelooUnreadable.class),
                Arguments.of(410, "{\"status\":0,\"error\":{\"code\":404}}", LeelooUnreadable.class),
                Arguments.of(404, "{\"status\":0,\"data\":{}}", LeelooNotFound.class),
                Arguments.of(404, "{\"status\":\"0\",\"error\":\"WRONG_ID\"}", LeelooNotFound.class),
                Arguments.of(405, "", LeelooUnreadable.class),
                Arguments.of(410, "gone", LeelooUnreadable.class),
                Arguments.of(400, "{\"error\":\"Bad Request\"}", LeelooUnreadable.class),
                Arguments.of(422, "{\"error\":{\"code\":\"FORMAT_ERROR\"}}", LeelooUnreadable.class),
                Arguments.of(200, error("NOT_FOUND"), LeelooNotFound.class),
                Arguments.of(400, error("WRONG_ID"), LeelooNotFound.class),
                Arguments.of(200, PHONE_REJECTED, LeelooRejected.class),
                Arguments.of(400, PHONE_REJECTED, LeelooRejected.class),
                Arguments.of(422, error("CANNOT_BE_EMPTY"), LeelooRejected.class),
                Arguments.of(200, "{\"status\":0}", LeelooRejected.class),
                Arguments.of(200, "{\"status\":0.0,\"data\":{}}", LeelooRejected.class),
                Arguments.of(200, "{\"status\":\"0\",\"data\":{}}", LeelooRejected.class),
                Arguments.of(200, "{\"status\":false,\"data\":{}}", LeelooRejected.class),
                Arguments.of(200, "{\"status\":1,\"error\":{\"code\":\"FORMAT_ERROR\"}}", LeelooRejected.class),
                Arguments.of(200, "{\"error\":\"something\"}", LeelooRejected.class),
                Arguments.of(429, THROTTLED, LeelooThrottled.class),
                Arguments.of(429, "", LeelooThrottled.class),
                Arguments.of(200, THROTTLED, LeelooThrottled.class),
                Arguments.of(200, "\n  " + THROTTLED, LeelooThrottled.class),
                Arguments.of(200, "\uFEFF" + THROTTLED, LeelooThrottled.class),
                Arguments.of(200, " \uFEFF\r\n" + THROTTLED, LeelooThrottled.class),
                Arguments.of(200, " ".repeat(300) + THROTTLED, LeelooThrottled.class),
                Arguments.of(503, THROTTLED, LeelooThrottled.class),
                Arguments.of(500, "{\"status\":1,\"data\":{}}", LeelooUnavailable.class),
                Arguments.of(500, PHONE_REJECTED, LeelooUnavailable.class),
                Arguments.of(502, "<html>Bad Gateway</html>", LeelooUnavailable.class),
                Arguments.of(503, "", LeelooUnavailable.class),
                Arguments.of(599, "", LeelooUnavailable.class),
                Arguments.of(200, "", LeelooUnreadable.class),
                Arguments.of(204, "", LeelooUnreadable.class),
                Arguments.of(200, "<html>Welcome</html>", LeelooUnreadable.class),
                Arguments.of(200, "{\"status\":1,\"data\":{\"id\":\"64a", LeelooUnreadable.class),
                Arguments.of(200, "{\"status\":1,\"data\":{}} and more", LeelooUnreadable.class),
                Arguments.of(200, "[]", LeelooUnreadable.class),
                Arguments.of(200, "null", LeelooUnreadable.class),
                Arguments.of(200, "\"OK\"", LeelooUnreadable.class),
                Arguments.of(200, "{\"a\":".repeat(2000) + "1" + "}".repeat(2000), LeelooUnreadable.class),
                Arguments.of(400, "<html>Bad Request</html>", LeelooUnreadable.class),
                Arguments.of(400, "{\"status\":1,\"data\":{}}", LeelooUnreadable.class),
                Arguments.of(302, "", LeelooUnreadable.class),
                Arguments.of(302, "{\"status\":1,\"data\":{}}", LeelooUnreadable.class));
    }

    @ParameterizedTest(name = "HTTP {0}: {1}")
    @MethodSource("failures")
    void failureIsRecognisedByStatusFlagAndText(int status, String body, Class<? extends LeelooException> expected) {
        assertThat(failure(status, body)).isExactlyInstanceOf(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":1,\"data\":{}}",
                "{\"status\":1.0}",
                "{\"data\":[]}",
                "{\"status\":\"RESOLVED\",\"price\":\"100\"}",
                "{\"status\":\"REJECTED\"}",
                "{\"status\":null,\"error\":null}",
                "{\"status\":1e999}",
                "{\"status\":true}",
                "{}"
            })
    void anyOtherEnvelopeWithStatus2xxIsASuccess(String body) {
        for (var status : new int[] {200, 201, 202}) {
            assertThatNoException().isThrownBy(() -> ResponseClassifier.classify(response(status, body), TARGET));
        }
    }

    @Test
    void rejectionHasTheCodeAndTheFieldNamesOfTheGateway() {
        var body = """
                {"status":0,"error":{"code":"FORMAT_ERROR","fields":{"account_id":"WRONG_ID","tunnel_block_id":"REQUIRED",
                "leadgentool_id":"A","connected_users_ids":"B","isNotifyAccount":"C","userComments":"D","comment":"E",
                "tags":"F","data":"G","filter[last_message][from]":"H","custom_fields":"I","offerId":"J",
                "data[0].phone":"K","custom_fields.1.value":"L"}}}""";

        var failure = (LeelooRejected) failure(200, body);

        assertThat(failure.code()).isEqualTo("FORMAT_ERROR");
        assertThat(failure.fields())
                .isEqualTo(Map.ofEntries(
                        Map.entry("channelId", "WRONG_ID"),
                        Map.entry("blockId", "REQUIRED"),
                        Map.entry("leadGenerationToolId", "A"),
                        Map.entry("operatorIds", "B"),
                        Map.entry("notifyPerson", "C"),
                        Map.entry("comment", "D"),
                        Map.entry("text", "E"),
                        Map.entry("tagIds", "F"),
                        Map.entry("people", "G"),
                        Map.entry("lastMessageFrom", "H"),
                        Map.entry("customFields", "I"),
                        Map.entry("offerId", "J"),
                        Map.entry("people[0].phone", "K"),
                        Map.entry("customFields.1.value", "L")));
        assertThat(failure.errors()).contains(new InvalidField("channelId", "WRONG_ID", "was rejected by Leeloo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"format_error", "<b>NO</b>", "NO WAY", "", "Ünknown", "LINE\\nBREAK"})
    void codeOfUnexpectedFormIsHidden(String code) {
        var body = "{\"status\":0,\"error\":{\"code\":\"" + code + "\",\"fields\":{\"phone\":\"" + code + "\"}}}";

        var failure = (LeelooRejected) failure(200, body);

        assertThat(failure.code()).isEqualTo("REJECTED");
        assertThat(failure.fields()).containsExactly(Map.entry("phone", "REJECTED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>phone</b>", "anna@example.org", "the phone", "+12025550143", "", "телефон"})
    void fieldNameOfUnexpectedFormIsHidden(String field) {
        var body = "{\"status\":0,\"error\":{\"code\":\"A\",\"fields\":{\"" + field + "\":\"B\",\"name\":\"C\"}}}";

        var failure = (LeelooRejected) failure(200, body);

        assertThat(failure.fields()).isEqualTo(Map.of("?", "B", "name", "C"));
    }

    @Test
    void longCodesAndFieldNamesAreHidden() {
        var body = "{\"status\":0,\"error\":{\"code\":\"" + "A".repeat(65) + "\",\"fields\":{\"" + "b".repeat(65)
                + "\":\"" + "C".repeat(65) + "\"}}}";

        var failure = (LeelooRejected) failure(200, body);

        assertThat(failure.code()).isEqualTo("REJECTED");
        assertThat(failure.fields()).containsExactly(Map.entry("?", "REJECTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"A\"", "[\"A\"]", "null", "{\"phone\":null}", "{\"phone\":{\"code\":\"A\"}}", "{\"phone\":7}"})
    void fieldsOfUnexpectedTypeAreARejection(String fields) {
        var body = "{\"status\":0,\"error\":{\"code\":\"A\",\"fields\":" + fields + "}}";

        assertThat(failure(200, body)).isInstanceOf(LeelooRejected.class);
    }

    @Test
    void errorsAreLimitedToAHundredFields() {
        var fields = String.join(
                ",",
                IntStream.range(0, 500).mapToObj(n -> "\"f" + n + "\":\"A\"").toList());

        var failure = failure(200, "{\"status\":0,\"error\":{\"code\":\"A\",\"fields\":{" + fields + "}}}");

        assertThat(failure.errors()).hasSizeLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,1",
                "7,7,7",
                "' 7 ',7,7",
                "0,0,0",
                "86400,3600,3600",
                "99999999999,-,1",
                "-1,-,1",
                "1.5,-,1",
                "soon,-,1"
            })
    void throttledResponseHasADelayInSeconds(@Nullable String header, @Nullable Integer requestedDelay, int wait) {
        var headers = new HttpHeaders();
        if (header != null) {
            headers.set("Retry-After", header);
        }
        var response = new RawResponse(HttpStatusCode.valueOf(429), headers, body(THROTTLED), Instant.EPOCH);

        var failure = catchThrowableOfType(LeelooThrottled.class, () -> ResponseClassifier.classify(response, TARGET));

        assertThat(failure.requestedDelay().map(Duration::toSeconds))
                .isEqualTo(Optional.ofNullable(requestedDelay).map(Integer::longValue));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(wait));
    }

    @ParameterizedTest
    @CsvSource({
        "'Tue, 13 Jan 2026 08:21:07 GMT',30",
        "'Tue, 13 Jan 2026 08:20:37 GMT',0",
        "'Tue, 13 Jan 2026 08:20:00 GMT',0",
        "'Tuesday, 13-Jan-26 08:21:07 GMT',30",
        "'Wed, 14 Jan 2026 08:20:37 GMT',3600"
    })
    void throttledResponseHasADelayUntilADate(String until, int wait) {
        var headers = new HttpHeaders();
        headers.set("Date", "Tue, 13 Jan 2026 08:20:37 GMT");
        headers.set("Retry-After", until);
        var response = new RawResponse(HttpStatusCode.valueOf(429), headers, body(THROTTLED), Instant.EPOCH);

        var failure = catchThrowableOfType(LeelooThrottled.class, () -> ResponseClassifier.classify(response, TARGET));

        assertThat(failure.requestedDelay()).contains(Duration.ofSeconds(wait));
    }

    @Test
    void namesChosenByTheCallerAreNotTranslated() {
        var body = """
                {"status":0,"error":{"code":"FORMAT_ERROR","fields":{"variables.first_name":"A","variables[last_name]":"B",
                "filter[last_message]":"C","custom_fields.shoe_size":"D","account_id[0]":"E"}}}""";

        var failure = (LeelooRejected) failure(200, body);

        assertThat(failure.fields().keySet())
                .containsExactlyInAnyOrder(
                        "variables.first_name",
                        "variables[last_name]",
                        "lastMessageFrom",
                        "customFields.shoe_size",
                        "channelId[0]");
    }

    @ParameterizedTest
    @CsvSource({
        "404, true",
        "405, true",
        "410, true",
        "421, true",
        "400, false",
        "408, false",
        "302, false",
        "200, false"
    })
    void unknownPathOfAnotherServerDidNotReachLeeloo(int status, boolean isFromElsewhere) {
        var failure = (LeelooUnreadable) failure(status, "<html>nginx</html>");

        assertThat(failure.isFromElsewhere()).isEqualTo(isFromElsewhere);
    }

    @Test
    void anotherServersJsonDidNotReachLeeloo() {
        var failure = (LeelooUnreadable) failure(404, "{\"message\":\"no Route matched\"}");

        assertThat(failure.isFromElsewhere()).isTrue();
    }

    @Test
    void unreadableResponseNamesItsCauseWithoutItsContent() {
        var failure = failure(200, "<html>Anna</html>");

        assertThat(failure).cause().hasMessage("StreamReadException").hasNoCause();
    }

    @Test
    void serverErrorIsPossiblySent() {
        var failure = (LeelooUnavailable) failure(502, "<html>Bad Gateway</html>");

        assertThat(failure.delivery()).isEqualTo(Delivery.POSSIBLY_SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Secretive</html>", "{\"status\":1,\"data\":{\"name\":\"Secretive", "Secretive"})
    void unreadableResponseIsNotQuoted(String body) {
        assertThat(Throwables.getStackTrace(failure(200, body))).doesNotContain("Secretive");
    }

    private static LeelooException failure(int status, String body) {
        return catchThrowableOfType(
                LeelooException.class, () -> ResponseClassifier.classify(response(status, body), TARGET));
    }

    private static RawResponse response(int status, String body) {
        return new RawResponse(HttpStatusCode.valueOf(status), HttpHeaders.EMPTY, body(body), Instant.EPOCH);
    }

    private static RawBody body(String body) {
        return new RawBody(body.getBytes(StandardCharsets.UTF_8));
    }

    private static String error(String code) {
        return "{\"status\":0,\"error\":{\"code\":\"" + code + "\"}}";
    }
}
