package io.leeloogateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;

/** The console as a browser gets it. */
@GatewayTest
class ConsoleIntegrationTests {

    private static final Pattern FILES = Pattern.compile("\"(/console/[0-9a-f]{16}/[a-z]+\\.(js|css))\"");
    private static final int MAX_COMPRESSED = 150 * 1024;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Value("${server.port}")
    private int port;

    @Value("${gateway.access.demo-key}")
    private String demoKey;

    @Test
    void pageIsServedWithTheSecurityHeadersOfTheRestAndWithoutInlineScripts() {
        var page = get("/console", "identity");

        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(page, "Set-Cookie")).isNull();
        assertThat(text(page))
                .contains("data-demo-key=\"" + demoKey + "\"")
                .doesNotContain("<style", "style=", "onclick", "http:", "https:", "{folder}")
                .doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void allFilesOfThePageAreCachedByTheHashOfTheirContentAndLightCompressed() {
        var sum = get("/console", "gzip").body().length;
        for (var file : files()) {
            var response = get(file, "gzip");
            sum += response.body().length;

            assertThat(response.statusCode()).as(file).isEqualTo(200);
            assertThat(header(response, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
            assertThat(header(response, "Content-Encoding")).isEqualTo("gzip");
        }

        assertThat(files()).hasSizeGreaterThan(15);
        assertThat(sum).isLessThan(MAX_COMPRESSED);
    }

    @Test
    void unchangedPageIsNotSentAgain() {
        var etag = Objects.requireNonNull(header(get("/console", "gzip"), "ETag"));

        assertThat(get("/console", "gzip", "If-None-Match", etag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({"gzip, gzip", "'br, GZIP;q=0.5', gzip", "identity, ", "gzip;q=0, ", "br, "})
    void fileIsCompressedForBrowsersThatAcceptIt(String accepted, String encoding) {
        assertThat(header(get(files().getFirst(), accepted), "Content-Encoding"))
                .isEqualTo(encoding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console/0123456789abcdef/app.js", "/console/%s/nothing.js", "/console/%s/index.html"})
    void fileOfAnotherVersionIsNotFound(String path) {
        var version = files().getFirst().split("/", -1)[2];

        var response = get(path.formatted(version), "identity");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(text(response)).contains("no such file in this version of the console; load /console again");
    }

    private List<String> files() {
        return FILES.matcher(text(get("/console", "identity")))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
    }

    /** The headers alternate names and values. */
    private HttpResponse<byte[]> get(String path, String acceptedEncoding, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", acceptedEncoding);
        for (var index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String header(HttpResponse<byte[]> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
