package io.leeloogateway.guides;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.GatewayClient;
import io.leeloogateway.fixtures.GatewayTest;
import io.leeloogateway.problem.ProblemType;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Value;

@GatewayTest
class GuidesIntegrationTests {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)(?:#([^\"]*))?\"");

    @Value("${server.port}")
    private int port;

    private GatewayClient anybody;

    @BeforeEach
    void connect() {
        anybody = new GatewayClient("http://127.0.0.1:" + port, "of-no-worth");
    }

    @ParameterizedTest
    @EnumSource
    void everyGuideIsAPageWithTheSecurityHeadersOfTheRest(Guide guide) {
        var page = anybody.get(guide.path());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'");
        assertThat(page.header("Cache-Control")).isEqualTo("max-age=300, public");
        assertThat(page.body()).contains("<h1", "</html>").doesNotContain("<script", "](");
        assertThat(anybody.get(guide.path(), "If-None-Match", page.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() {
        var pages = Stream.concat(
                Stream.of("/docs", "/problems"), Stream.of(Guide.values()).map(Guide::path));

        pages.forEach(page -> LINK.matcher(anybody.get(page, "Accept", BROWSER).body())
                .results()
                .forEach(link -> {
                    var target = anybody.get(link.group(1), "Accept", BROWSER);
                    assertThat(target.status())
                            .as("%s of %s", link.group(1), page)
                            .isIn(200, 302);
                    if (link.group(2) != null) {
                        assertThat(target.body()).as(link.group()).contains("id=\"" + link.group(2) + "\"");
                    }
                }));
    }

    @Test
    void examplesOfTheSameStepStandSideBySide() {
        var page = anybody.get("/docs/getting-started").body();

        assertThat(page)
                .containsPattern(
                        "(?s)<div class=\"examples\">.<figure><figcaption>curl</figcaption>.*?</figure>."
                                + "<figure><figcaption>TypeScript</figcaption>.*?<figcaption>Java</figcaption>.*?</figure></div>");
    }

    @Test
    void unknownGuideIsNotFound() {
        assertThat(anybody.get("/docs/configuration").status()).isEqualTo(404);
        assertThat(anybody.get("/docs/..%2f..%2fetc").status()).isEqualTo(400);
        assertThat(anybody.get("/docs/nothing").problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemExplainsItselfToPeopleAndToPrograms(ProblemType type) {
        var page = anybody.get(type.uri().toString(), "Accept", BROWSER);
        var json = anybody.get(type.uri().toString());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.body()).contains("What to do", "/docs/errors", "/docs/getting-started");
        assertThat(json.json().path("remedy").asString()).isNotBlank();
        assertThat(json.json().path("guide").asString()).isEqualTo("/docs/errors");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                              | application/json
            application/json                 | application/json
            text/html                        | text/html;charset=UTF-8
            text/html, application/json      | application/json
            text/*                           | text/html;charset=UTF-8
            application/json;q=0.5, text/html| text/html;charset=UTF-8
            """)
    void indexOfProblemsHasTheAcceptedFormat(String accept, String type) {
        var index = anybody.get("/problems", "Accept", accept);

        assertThat(index.status()).isEqualTo(200);
        assertThat(index.header("Content-Type")).isEqualTo(type);
        assertThat(index.body()).contains("/problems/not-found", "/problems/rate-limited");
        assertThat(anybody.get("/problems", "Accept", "image/png").status()).isEqualTo(406);
    }

    @Test
    void problemOfABrowserIsStillAProblem() {
        var unknown = anybody.get("/problems/none", "Accept", BROWSER);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.header("Content-Type")).isEqualTo("application/problem+json");
    }
}
