package io.leeloogateway.guides;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the guides for callers. Each page is rendered once. */
@Hidden
@RestController
class GuidesController {

    static final String PATH = "/docs";

    private final MarkdownRenderer renderer = new MarkdownRenderer();
    private final Map<Guide, HtmlPage> pages = new ConcurrentHashMap<>();

    @GetMapping(PATH)
    ResponseEntity<String> listGuides() {
        var guides = Arrays.stream(Guide.values())
                .map(guide -> "<li>" + HtmlPage.link(guide.path(), guide.label()) + "</li>\n")
                .collect(Collectors.joining());
        return HtmlPage.of("Guides", """
                <h1>Guides for callers</h1>
                <ul>
                %s</ul>
                <p>The routes are in <a href="/swagger-ui.html">Swagger UI</a>, the contract is at <a href="/v3/api-docs.yaml">/v3/api-docs.yaml</a>,
                and <a href="/problems">/problems</a> explains each error.</p>
                """.formatted(guides)).response();
    }

    @GetMapping(PATH + "/{slug}")
    ResponseEntity<String> findGuide(@PathVariable String slug) {
        return Guide.ofSlug(slug)
                .map(guide -> pages.computeIfAbsent(guide, this::render))
                .orElseThrow(GuideNotFound::new)
                .response();
    }

    private HtmlPage render(Guide guide) {
        return HtmlPage.of(guide.label(), renderer.render(guide.markdown()));
    }
}
