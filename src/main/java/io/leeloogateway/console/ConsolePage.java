package io.leeloogateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/** The page {@code index.html} with the current addresses of its files. */
final class ConsolePage {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private ConsolePage() {}

    /** The demo key is empty outside the sandbox. */
    static ConsoleFile of(ConsoleFiles files, String demoKey) {
        var preloads = files.modules().stream()
                .map(module -> "<link rel=\"modulepreload\" href=\"%s\">".formatted(files.address(module)))
                .collect(Collectors.joining("\n"));
        var html = template()
                .replace("{folder}", files.address(""))
                .replace("{preloads}", preloads)
                .replace("{demoKey}", HtmlUtils.htmlEscape(demoKey));
        return new ConsoleFile(HTML, html.getBytes(StandardCharsets.UTF_8));
    }

    private static String template() {
        try {
            return new ClassPathResource("console/index.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
