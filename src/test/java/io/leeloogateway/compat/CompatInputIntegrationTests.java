package io.leeloogateway.compat;

import static io.leeloogateway.fixtures.GatewayClient.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** Leeloo decides about the content of a request in its own words; the gateway refuses what it would have to ignore or to garble. */
@GatewayTest
class CompatInputIntegrationTests {

    private static final String CHANGE = "PUT /leeloo/api/v2/people/" + ANNA + "/add-comment HTTP/1.1";

    /** Random, because PostgreSQL compresses other texts below the limit of an index. */
    private static final String LONG = longText();

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${local.server.port}")
    private int port;

    private GatewayClient client;

    @BeforeEach
    void reset() {
        client = new GatewayClient("http://127.0.0.1:" + port, demoKey);
        client.reset();
    }

    /** One char of a row is one byte. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            If-Match: "0000"                                                | {"comment":"called"}       | 400
            If-None-Match: *                                                | {"comment":"called"}       | 400
            If-Unmodified-Since: Tue, 13 Jan 2026 08:21:07 GMT              | {"comment":"called"}       | 400
            Request-Timeout: soon                                           | {"comment":"called"}       | 400
            Request-Timeout: 0                                              | {"comment":"called"}       | 400
            Request-Timeout: ü                                              | {"comment":"called"}       | 400
            Idempotency-Key: ü                                              | {"comment":"called"}       | 400
            Content-Encoding: gzip                                          | {"comment":"called"}       | 415
            Content-Encoding: identity, zstd                                | {"comment":"called"}       | 415
            Content-Type: application/json;charset=windows-1251             | {"comment":"ï"}       | 400
            Content-Type: application/json                                  | {"comment":"called ÿ"}     | 400
            Content-Type: application/x-www-form-urlencoded                 | comment=called+ÿ           | 400
            Content-Type: application/x-www-form-urlencoded                 | comment=called+%FF         | 400
            Content-Type: application/json                                  | {"comment":"a\\ud83d"}     | 400
            Content-Type: application/json                                  | {"comment":"a\\u0000"}     | 400
            """)
    void nothingIsSentForWhatWouldBeIgnoredOrGarbled(String header, String body, int status) throws IOException {
        assertThat(send(CHANGE, header, body)).startsWith("HTTP/1.1 " + status).contains("\"status\":0");
        assertThat(client.calls("/people")).isEmpty();
    }

    /** Their values would need a hundred times their memory. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/x-www-form-urlencoded |               | [[[[=&        |
            application/x-www-form-urlencoded |               | a=&           |
            application/json                  | {"comment":[  | [],           | []]}
            application/json                  | {"comment":[  | {"a":1},      | {}]}
            """)
    void denseBodyIsTheCallersMistake(String type, @Nullable String start, String element, @Nullable String end)
            throws IOException {
        var body = Objects.toString(start, "") + element.repeat(12_000 / element.length()) + Objects.toString(end, "");

        var response = send(CHANGE, "Content-Type: " + type, body);

        assertThat(response).startsWith("HTTP/1.1 400").contains("\"fields\":{\"body\":\"LENGTH\"}");
        assertThat(client.calls("/people")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "; boundary=|x",
                "; boundary=LONG|x",
                "; boundary=b|--b\r\nContent-Disposition: form-data; name=\"comment\"\r\n\r\ncal",
                "; boundary=b|--b\r\n\r\ncalled\r\n--b--\r\n",
                "; boundary=b|PARTS--b--\r\n",
                "; boundary=b|--b\r\nContent-Disposition: form-data; name=\"comment\"\r\nX: LONG\r\n\r\ncalled\r\n--b--\r\n"
            })
    void malformedMultipartFormIsTheCallersMistake(String labelAndBody) throws IOException {
        var parts = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n".repeat(51);
        var separator = labelAndBody.indexOf('|');
        var label = labelAndBody.substring(0, Math.max(0, separator)).replace("LONG", LONG);
        var body = labelAndBody.substring(separator + 1).replace("LONG", LONG).replace("PARTS", parts);

        var response = send(CHANGE, "Content-Type: multipart/form-data" + label, body);

        assertThat(response).startsWith("HTTP/1.1 400").contains("\"fields\":{\"body\":\"MALFORMED\"}");
        assertThat(client.calls("/people")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Content-Encoding: identity                                      | {"comment":"called"}
            Content-Type: application/json; charset=utf-8                   | {"comment":"called"}
            Content-Type: application/json; charset="UTF-8"                 | {"comment":"called"}
            Content-Type: application/x-www-form-urlencoded; charset=UTF-8  | comment=called+%D0%B0
            Content-Type: application/json; charset=windows-1251            | {"comment":"called"}
            Content-Type: application/x-www-form-urlencoded; charset=latin1 | comment=called
            Content-Type: text/plain                                        | {"comment":"called"}
            Content-Type: nonsense                                          | {"comment":"called"}
            Cache-Control: no-cache                                         | {"comment":"\\ud83d\\ude00"}
            """)
    void labelsThatChangeNothingAreAccepted(String header, String body) throws IOException {
        assertThat(send(CHANGE, header, body)).startsWith("HTTP/1.1 200");
    }

    /** Such a parameter would be part of the key of a cache entry. */
    @ParameterizedTest
    @CsvSource({
        "filter%5Bphone%5D=%00, 400",
        "%00=1, 400",
        "filter%5Bphone%5D=%FF, 400",
        "filter%5Bphone%5D=%ED%A0%80, 400",
        "filter%5Bphone%5D=%F0%9F%98%80, 200",
        "filter%5Bphone%5D=LONG, 200",
        "LONG=1, 200",
        "limit=99999999999, 200"
    })
    void extremeParameterIsNoFailureOfTheGateway(String query, int status) throws IOException {
        var text = query.replace("LONG", LONG);

        var response = send("GET /leeloo/api/v2/people?" + text + " HTTP/1.1", "Cache-Control: no-cache", "");

        assertThat(response).startsWith("HTTP/1.1 " + status);
    }

    /** Such an id would be the target of an operation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /messages/send-message          | {"account_id":"a\\u0000","text":"x"}
            POST | /messages/send-message          | {"account_id":"\\udc00","text":"x"}
            POST | /messages/send-message          | {"account_id":"LONG","text":"x"}
            PUT  | /people/A/add-tag               | {"tag_id":"LONG"}
            POST | /orders                         | {"personId":"LONG"}
            POST | /orders/64a0c3f0000b000000000001| {"status":"RESOLVED","price":1e999999999}
            POST | /orders/64a0c3f0000b000000000001| {"status":"RESOLVED","price":1e-999999999}
            POST | /orders/64a0c3f0000b000000000001| {"status":"RESOLVED","price":"1e999999999"}
            POST | /orders/64a0c3f0000b000000000001| {"status":"RESOLVED","price":1e-2147483648}
            POST | /orders/64a0c3f0000b000000000001| {"status":"RESOLVED","price":1e2147483648}
            POST | /orders/64a0c3f0000b000000000001| {"status":"RESOLVED","price":[{"a":-1e-99999999999999999999}]}
            POST | /orders/64a0c3f0000b000000000001| {"status":"RESOLVED","price":"1e-2147483648"}
            POST | /calls                          | {"duration":"1e2147483648","from":"1","to":"2"}
            POST | /calls                          | {"duration":1e999999999,"from":"1","to":"2"}
            """)
    void extremeValueIsNoFailureOfTheGateway(String method, String path, String body) throws IOException {
        var line = method + " /leeloo/api/v2" + path.replace("/A/", "/" + ANNA + "/") + " HTTP/1.1";

        var response = send(line, "Content-Type: application/json", body.replace("LONG", LONG));

        assertThat(response).containsPattern("^HTTP/1.1 (200|400) ").contains("\"status\":");
    }

    /** Two spellings would be two people for the cache, the audit log and erasures. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PUT  | /people/ANNA/add-comment | application/json | {"comment":"64A0C3F000010000000000CC"}
            PUT  | /people/ANNA/add-tag     | application/json | {"tag_id":"64A0C3F00003000000000003"}
            PUT  | /people/ANNA             | application/x-www-form-urlencoded | email=other@example.org
            """)
    void idsAreSentInLowerCase(String method, String path, String type, String body) throws IOException {
        var line = method + " /leeloo/api/v2" + path.replace("ANNA", ANNA.toUpperCase(Locale.ROOT)) + " HTTP/1.1";

        var response = send(line, "Content-Type: " + type, body);

        assertThat(response).startsWith("HTTP/1.1 200").contains("\"status\":1");
        assertThat(response.contains("64A0C3F000010000000000CC")).isEqualTo(body.contains("comment"));
        assertThat(client.calls("/people/")).allMatch(call -> call.contains(ANNA));
    }

    @Test
    void idInCapitalsIsTheSameForTheCacheAndTheAuditLog() throws IOException {
        var read = "GET /leeloo/api/v2/people/%s HTTP/1.1";
        send(read.formatted(ANNA), "Cache-Control: no-cache", "");

        var response = send(read.formatted(ANNA.toUpperCase(Locale.ROOT)), "Accept: */*", "");

        assertThat(response).contains("Cache-Status: leeloo-gateway; hit");
        var requestId = response.replaceAll("(?s).*X-Request-Id: (\\S+).*", "$1");
        await().untilAsserted(() ->
                assertThat(client.get("/api/v1/requests/" + requestId).body()).contains("\"ids\":[\"" + ANNA + "\"]"));
    }

    /** Lists show these fields. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | /people      | {"name":"TEXT"}                     | name
            PUT  | /people/ANNA | {"email":"TEXT"}                    | email
            POST | /people/sms  | {"data":[{"name":"a"},{"phone":"TEXT"}]} | phone
            POST | /orders/64a0c3f0000b000000000001 | {"status":"RESOLVED","currency":"TEXT"} | currency
            """)
    void longTextInAListedFieldIsNotSentToLeeloo(String method, String path, String body, String field)
            throws IOException {
        var line = method + " /leeloo/api/v2" + path.replace("ANNA", ANNA) + " HTTP/1.1";

        var response = send(line, "Content-Type: application/json", body.replace("TEXT", "a".repeat(1001)));

        assertThat(response).startsWith("HTTP/1.1 400").contains("\"fields\":{\"" + field + "\":");
        assertThat(client.calls("/")).isEmpty();
        send(line, "Content-Type: application/json", body.replace("TEXT", "a".repeat(1000)));
        assertThat(client.calls("/")).isNotEmpty();
    }

    @Test
    void namesAllTextsThatAreTooLong() throws IOException {
        var body = "{\"phone\":\"LONG\",\"person_id\":\"LONG\",\"people\":[{\"name\":\"LONG\"},{\"name\":\"LONG\"}]}";

        var response = send(CHANGE, "Content-Type: application/json", body.replace("LONG", "a".repeat(1001)));

        assertThat(response)
                .startsWith("HTTP/1.1 400")
                .contains("\"fields\":{\"person_id\":\"LENGTH\",\"phone\":\"LENGTH\",\"name\":\"LENGTH\"}");
        assertThat(client.calls("/people")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json                  | {"comment":"my key is KEY"}
            application/json                  | {"custom":{"a":["\\u006cgw_REST"]}}
            application/json                  | {"KEY":"called"}
            application/x-www-form-urlencoded | comment=KEY
            application/x-www-form-urlencoded | comment=%6Cgw_REST
            """)
    void apiKeyInABodyIsNotSentToLeeloo(String type, String body) throws IOException {
        var text = body.replace("KEY", demoKey).replace("REST", demoKey.substring("lgw_".length()));

        assertThat(send(CHANGE, "Content-Type: " + type, text))
                .startsWith("HTTP/1.1 400")
                .contains("FORBIDDEN");
        assertThat(client.calls("/people")).isEmpty();
    }

    private static String longText() {
        var bytes = new byte[3000];
        new Random(1).nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String send(String line, String header, String body) throws IOException {
        return RawExchange.send(
                port,
                line + "\n" + header + "\nX-Leeloo-AuthToken: " + demoKey + "\nContent-Length: " + body.length(),
                body);
    }
}
