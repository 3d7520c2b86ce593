package io.leeloogateway.console;

import io.leeloogateway.fixtures.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** axe-core, which checks a page against the Web Content Accessibility Guidelines. */
final class Axe {

    private static final String SCRIPT = script();

    private Axe() {}

    /** The violations of WCAG 2.1 AA, each with the elements that it concerns. */
    static List<?> violations(Browser browser) {
        return (List<?>) browser.run(SCRIPT + """
                ; return axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then((result) =>
                    result.violations.map((violation) => violation.id + ': ' + violation.nodes.map((node) => node.html + ' ' + node.failureSummary).join('; ')))""");
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
