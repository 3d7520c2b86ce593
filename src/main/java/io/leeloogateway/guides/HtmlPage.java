package io.leeloogateway.guides;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.util.HtmlUtils;

/**
 * A page of the guides: a navigation bar and a text. It works without scripts.
 *
 * @param content the complete HTML document
 * @param etag its digest
 */
record HtmlPage(String content, String etag) {

    private static final CacheControl CACHE_CONTROL =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    /** The title is text, the body is HTML. */
    static HtmlPage of(String title, String body) {
        var content = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s - Leeloo Gateway</title>
            <link rel="icon" href="/gateway-ui/favicon.svg" type="image/svg+xml">
            <link rel="stylesheet" href="/gateway-ui/guides.css">
            </head>
            <body>
            <nav>%s</nav>
            <main>
            %s</main>
            </body>
            </html>
            """.formatted(HtmlUtils.htmlEscape(title), navigation(), body);
        return new HtmlPage(content, DigestUtils.md5DigestAsHex(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String navigation() {
        var guides = Arrays.stream(Guide.values())
                .map(guide -> link(guide.path(), guide.label()))
                .collect(Collectors.joining(" "));
        return "%s %s %s %s"
                .formatted(
                        link(GuidesController.PATH, "Leeloo Gateway"),
                        guides,
                        link("/problems", "Problems"),
                        link("/swagger-ui.html", "Swagger UI"));
    }

    static String link(String address, String label) {
        return "<a href=\"%s\">%s</a>".formatted(HtmlUtils.htmlEscape(address), HtmlUtils.htmlEscape(label));
    }

    ResponseEntity<String> response() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .cacheControl(CACHE_CONTROL)
                .eTag("\"" + etag + "\"")
                .body(content);
    }
}
