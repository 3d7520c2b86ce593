package io.leeloogateway.problem.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.fixtures.RawExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** Content-Type and Content-Encoding describe a body: without a body they are ignored, with one they must fit. */
@GatewayTest
class BodyLabelsIntegrationTests {

    private static final String PERSON = "/api/v1/people/64a0c3f00001000000000002";
    private static final String COMMENTS = PERSON + "/comments";
    private static final String TAG = PERSON + "/tags/64a0c3f00003000000000002";
    private static final String BODY = "{\"text\":\"Hej\"}";

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Value("${server.port}")
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Type: text/plain",
                "Content-Type: nonsense",
                "Content-Type: application/json;charset=utf-16",
                "Content-Encoding: gzip",
                "Content-Encoding: x",
                "Content-Length: 0\nContent-Type: text/xml"
            })
    void labelOfAnAbsentBodyIsIgnored(String label) throws IOException {
        assertThat(send("GET /api/v1/tags", label, "")).startsWith("HTTP/1.1 200 ");
        assertThat(send("PUT " + TAG, label, "")).startsWith("HTTP/1.1 204 ");
        assertThat(send("DELETE " + TAG, label, "")).startsWith("HTTP/1.1 204 ");
        assertThat(send("POST /api/v1/clients/unknown/keys", label, "")).startsWith("HTTP/1.1 404 ");
        assertThat(send("POST " + COMMENTS, label, ""))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"field\":\"body\",\"code\":\"required\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "br",
                "zstd",
                "deflate",
                "compress",
                "nonsense",
                "identity, gzip",
                "gzip, identity",
                "identity\nContent-Encoding: br",
                "aes128gcm"
            })
    void codedBodyIsRejected(String coding) throws IOException {
        assertThat(sendBody("POST " + COMMENTS, "application/json\nContent-Encoding: " + coding, BODY))
                .startsWith("HTTP/1.1 415 ")
                .contains("Accept-Encoding: identity", "send the body without Content-Encoding", "not_sent")
                .doesNotContain("Accept: ");
    }

    @Test
    void compressedBodyIsRejected() throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(BODY.getBytes(StandardCharsets.UTF_8));
        }
        var body = compressed.toString(StandardCharsets.ISO_8859_1);

        assertThat(sendBody("POST " + COMMENTS, "application/json\nContent-Encoding: gzip", body))
                .startsWith("HTTP/1.1 415 ")
                .contains("Accept-Encoding: identity");
        assertThat(sendBody("POST " + COMMENTS, "application/json", body)).contains("\"code\":\"malformed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "Identity", "", "identity, identity"})
    void identityIsNoCoding(String coding) throws IOException {
        assertThat(sendBody("POST " + COMMENTS, "application/json\nContent-Encoding: " + coding, BODY))
                .startsWith("HTTP/1.1 201 ");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/people/64a0c3f00001000000000002/comments, text/plain",
        "POST, /api/v1/people, application/x-www-form-urlencoded",
        "POST, /api/v1/people, multipart/form-data; boundary=x",
        "POST, /api/v1/people, nonsense",
        "PATCH, /api/v1/people/64a0c3f00001000000000002, application/merge-patch+json",
        "PATCH, /api/v1/people/64a0c3f00001000000000002, application/json-patch+json",
        "PATCH, /api/v1/people/64a0c3f00001000000000002, application/json;charset=utf-16"
    })
    void rejectionSaysWhatWouldDo(String method, String path, String type) throws IOException {
        assertThat(sendBody(method + " " + path, type, BODY))
                .startsWith("HTTP/1.1 415 ")
                .contains("Accept: application/json", "send application/json")
                .contains(method.equals("PATCH") ? "Accept-Patch: application/json" : "");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /api/v1/people/64a0c3f00001000000000002/tags/64a0c3f00003000000000002",
        "DELETE, /api/v1/people/64a0c3f00001000000000002/tags/64a0c3f00003000000000002",
        "DELETE, /api/v1/people/64a0c3f000010000000000ff/personal-data",
        "DELETE, /api/v1/clients/c/keys/k",
        "GET, /api/v1/people/64a0c3f00001000000000002",
        "GET, /api/v1/tags",
        "GET, /api/v1/audit-entries",
        "GET, /api/v1/me"
    })
    void bodyIsRejectedWhereNoneIsTaken(String method, String path) throws IOException {
        for (var type : new String[] {"application/json", "text/plain", "application/x-www-form-urlencoded"}) {
            assertThat(sendBody(method + " " + path, type, "{}"))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("\"field\":\"body\",\"code\":\"unknown\"");
        }
        assertThat(send(method + " " + path, "Transfer-Encoding: chunked", "1\r\n1\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(send(method + " " + path, "Transfer-Encoding: chunked", "0\r\n\r\n"))
                .doesNotStartWith("HTTP/1.1 400 ");
    }

    private String sendBody(String line, String type, String body) throws IOException {
        return send(line, "Content-Length: " + body.length() + "\nContent-Type: " + type, body);
    }

    private String send(String line, String headers, String body) throws IOException {
        return RawExchange.send(port, line + " HTTP/1.1\nAuthorization: Bearer " + demoKey + "\n" + headers, body);
    }
}
