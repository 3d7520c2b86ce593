package io.leeloogateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class OpenApiDocumentResourceIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "/v3/api-docs,      gzip,            true",
        "/v3/api-docs.yaml, 'deflate, gzip', true",
        "/v3/api-docs,      'gzip; q=0.5',   true",
        "/v3/api-docs,      'gzip;q=0',      false",
        "/v3/api-docs,      br,              false"
    })
    void documentIsCompressedIfTheCallerAcceptsIt(String path, String accepted, boolean compressed) throws Exception {
        var plain = get(path, "identity", "");
        var response = get(path, accepted, "");

        assertThat(response.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(compressed);
        assertThat(response.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(compressed ? decompress(response.body()) : response.body()).isEqualTo(plain.body());
        assertThat(etag(response).equals(etag(plain))).isEqualTo(!compressed);
    }

    @ParameterizedTest
    @CsvSource({
        "/v3/api-docs, identity",
        "/v3/api-docs, gzip",
        "/v3/api-docs.yaml, gzip",
        "/v3/api-docs/openapi-3.0.yaml, gzip"
    })
    void knownDocumentIsNotSentAgain(String path, String encoding) throws Exception {
        var etag = etag(get(path, encoding, ""));

        var again = get(path, encoding, etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(etag(again)).isEqualTo(etag);
        assertThat(again.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(get(path, encoding, "\"other\"").statusCode()).isEqualTo(200);
    }

    private HttpResponse<byte[]> get(String path, String encoding, String etag)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", encoding)
                .header("If-None-Match", etag)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String etag(HttpResponse<?> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    private static byte[] decompress(byte[] compressed) throws IOException {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return gzip.readAllBytes();
        }
    }
}
