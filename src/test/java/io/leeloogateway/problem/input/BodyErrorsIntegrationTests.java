package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.GatewayTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** All errors of a body are named at once, each with its path, its code and nothing of its value. */
@GatewayTest
class BodyErrorsIntegrationTests {

    private static final String ORDER = "/api/v1/orders/64a0c3f0000b000000000001";
    private static final String CALL = """
            {"userId":"64a0c3f00005000000000001","channelId":"64a0c3f00001000000000003","from":"1","to":"2",\
            "date":%s,"status":"SUCCESS","duration":%s,"type":"INBOUND"}""";
    private static final String DATE = "\"2026-01-13T08:20:37Z\"";

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    private GatewayClient gateway;

    @BeforeEach
    void connect() {
        gateway = new GatewayClient("http://localhost:" + port, demoKey);
    }

    /** Not four thousand of them, each of which takes processor time from others. */
    @Test
    void fiftyWrongRowsOfAnImportAreEnough() {
        var rows = "{\"name\":\" \",\"email\":\"a\",\"phone\":\"1\"},".repeat(998);

        var response = gateway.send("POST", "/api/v1/people/sms-imports", """
                {"people":[{"name":"Eva","email":"eva@example.org","phone":"+12025550177"},%s null],"connectionId":"64a0c3f00004000000000005"}""".formatted(rows));

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.text("detail")).isEqualTo("200 values are not valid, see errors");
        assertThat(response.json().at("/errors/0/field").asString()).matches("people\\[([1-9]|[1-4][0-9]|50)]\\..*");
    }

    static Stream<Arguments> bodies() {
        var digits = "9".repeat(1001);
        return Stream.of(
                post(
                        "people",
                        "{\"name\":7,\"email\":false,\"phone\":\"1\",\"nick\":1,\"operatorIds\":[7,\"x\"]}",
                        "name type, email type, nick unknown, operatorIds[0] type, operatorIds[1] format, phone format"),
                post("people", "{\"email\":[],\"operatorIds\":{}}", "email type, name required, operatorIds type"),
                post("people", "{\"name\":\"a\\u0000\",\"email\":7}", "email type, name format"),
                post("people", "{\"name\":\"\",\"nick\":1}", "name required, nick unknown"),
                post("people", "{\"name\":\"Eva\",\"a\":1,\"b\":2}", "a unknown, b unknown"),
                post(
                        "people",
                        "{\"name\":\"Eva\",\"\\n" + "x".repeat(62) + "\ud83d\ude00\":1}",
                        "?" + "x".repeat(62) + "? unknown"),
                post(
                        "people/sms-imports",
                        "{\"people\":[{\"name\":1,\"phone\":\"x\",\"age\":2},3,null],\"connectionId\":[],\"tagIds\":[{}]}",
                        "connectionId type, people[0].age unknown, people[0].email required, people[0].name type,"
                                + " people[0].phone format, people[1] type, people[2] required, tagIds[0] type"),
                post(
                        "channels/64a0c3f00001000000000003/template-messages",
                        "{\"templateId\":1,\"variables\":{\"a\":null,\"b\":2,\"c\":{}}}",
                        "templateId type, variables[a] required, variables[b] type, variables[c] type"),
                post(
                        "channels/64a0c3f00001000000000003/template-messages",
                        "{\"variables\":[]}",
                        "templateId required, variables type"),
                post(
                        "people",
                        "{\"name\":\"Eva\",\"operatorIds\":[" + "7,".repeat(60) + "8]}",
                        "operatorIds[0] type, operatorIds[49] type"),
                patch(
                        GatewayClient.PERSON,
                        "{\"customFields\":[{\"type\":1,\"nick\":2},{\"type\":\"TEXT\",\"name\":3}]}",
                        "customFields[0].name required, customFields[0].nick unknown, customFields[0].type type,"
                                + " customFields[0].value required, customFields[1].name type,"
                                + " customFields[1].value required"),
                patch(
                        ORDER,
                        "{\"status\":1,\"price\":\"7\",\"currency\":\"usd\",\"paymentDate\":0}",
                        "currency format, paymentDate type, price type, status type"),
                patch(ORDER, price("1e400"), "price range"),
                patch(ORDER, price("1e-400"), "price range"),
                patch(ORDER, price("1e1001"), "price range"),
                patch(ORDER, price("-1e1001"), "price range"),
                patch(ORDER, price("1e2147483647"), "price range"),
                patch(ORDER, price("1e-2147483647"), "price range"),
                patch(ORDER, price("1e99999999999"), "price range"),
                patch(ORDER, price(digits), "price range"),
                patch(ORDER, price("0." + digits), "price range"),
                patch(ORDER, price("100.001"), "price range"),
                patch(ORDER, price("1000000000000"), "price range"),
                patch(ORDER, price("-1"), "price range"),
                patch(ORDER, price("NaN"), "body malformed"),
                patch(ORDER, price("+1"), "body malformed"),
                patch(ORDER, price("01"), "body malformed"),
                patch(ORDER, price("0x10"), "body malformed"),
                patch(ORDER, price("true"), "price type"),
                post("calls", CALL.formatted(DATE, "2147483648"), "duration range"),
                post("calls", CALL.formatted(DATE, "-2147483649"), "duration range"),
                post("calls", CALL.formatted(DATE, "9223372036854775808"), "duration range"),
                post("calls", CALL.formatted(DATE, "1e400"), "duration range"),
                post("calls", CALL.formatted(DATE, "1e2147483647"), "duration range"),
                post("calls", CALL.formatted(DATE, digits), "duration range"),
                post("calls", CALL.formatted(DATE, "1e-400"), "duration type"),
                post("calls", CALL.formatted("1700000000", "1.5"), "date type, duration type"),
                post(
                        "orders",
                        "{\"notifyPerson\":\"true\",\"transactionDate\":\"x\"}",
                        "notifyPerson type, offerId required, paymentCreditsId required, personId required,"
                                + " transactionDate type"),
                post(
                        "orders",
                        "{\"notifyPerson\":1,\"personId\":{}}",
                        "notifyPerson type, offerId required, paymentCreditsId required, personId type"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void allInvalidFieldsAreNamed(String method, String path, String body, String errors) {
        var response = gateway.send(method, path, body);

        assertThat(response.status()).isEqualTo(400);
        assertThat(errors(response)).contains(errors.split(", "));
        if (!errors.contains("[49]")) {
            assertThat(errors(response).stream().distinct()).hasSize(errors.split(", ").length);
        }
        assertThat(response.outcome()).isEqualTo("not_sent");
    }

    @ParameterizedTest
    @CsvSource({
        "100.000, 100",
        "1e2, 100",
        "100.0e0, 100",
        "1.50000, 1.5",
        "-0, 0",
        "-0.000, 0",
        "0e5, 0",
        "5E-1, 0.5",
        "999999999999.990, 999999999999.99",
        "0.0000000000000000000000000000000000000000000000000000000000, 0"
    })
    void numberIsReadByItsValue(String price, String expected) {
        assertThat(gateway.send("PATCH", ORDER, price(price)).status()).isEqualTo(204);
        assertThat(gateway.getWithCacheControl("no-cache", ORDER)
                        .json()
                        .path("price")
                        .decimalValue())
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "60.0", "6e1", "0.6E+2", "-0", "86400.000"})
    void numberWithoutFractionIsWhole(String duration) {
        assertThat(gateway.send("POST", "/api/v1/calls", CALL.formatted(DATE, duration))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-12-31T23:59:60Z",
                "2026-01-01T24:00:00Z",
                "2026-01-01T23:60:00Z",
                "2026-02-31T00:00:00Z",
                "2025-02-29T00:00:00Z",
                "2026-13-01T00:00:00Z",
                "2026-01-01T00:00:00+18:01",
                "2026-01-01T00:00:00-24:00",
                "-2026-01-01T00:00:00Z",
                "+12026-01-01T00:00:00Z",
                "12026-01-01T00:00:00Z",
                "2026-01-01T00:00Z",
                "2026-01-01T00:00:00",
                "2026-01-01",
                "2026-01-01T00:00:00+02",
                "2026-01-01T00:00:00+0200",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00Z[UTC]",
                "2026-W01-1T00:00:00Z",
                " 2026-01-01T00:00:00Z",
                ""
            })
    void textThatIsNoInstantIsNamed(String date) {
        assertThat(errors(gateway.send("POST", "/api/v1/calls", CALL.formatted('"' + date + '"', "1"))))
                .containsExactly("date type");
        assertThat(errors(gateway.send("PATCH", ORDER, "{\"status\":\"RESOLVED\",\"paymentDate\":\"" + date + "\"}")))
                .containsExactly("paymentDate type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-29T00:00:00Z",
                "2026-01-01t08:00:00z",
                "2026-01-01T08:00:00.123456789+18:00",
                "2026-01-01T23:59:59-00:00"
            })
    void instantOfRfc3339IsRead(String date) {
        assertThat(gateway.send("POST", "/api/v1/calls", CALL.formatted('"' + date + '"', "1"))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "1e30"})
    void errorOfANumberNamesTheBounds(String duration) {
        var response = gateway.send("POST", "/api/v1/calls", CALL.formatted(DATE, duration));

        assertThat(response.json().path("errors").path(0).path("detail").asString())
                .isEqualTo("must be less than or equal to 86400");
    }

    private static List<String> errors(GatewayResponse response) {
        return response.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString() + " "
                        + error.path("code").asString())
                .toList();
    }

    private static String price(String number) {
        return "{\"status\":\"RESOLVED\",\"price\":" + number + "}";
    }

    private static Arguments post(String path, String body, String errors) {
        return arguments("POST", "/api/v1/" + path, body, errors);
    }

    private static Arguments patch(String path, String body, String errors) {
        return arguments("PATCH", path, body, errors);
    }
}
