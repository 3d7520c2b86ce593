package io.leeloogateway.guides;

import io.leeloogateway.problem.ProblemPage;
import io.leeloogateway.problem.ProblemPages;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** Explains problem types to browsers; programs get JSON from the same addresses. */
@Hidden
@RestController
class ProblemGuidesController {

    private final ProblemPages problems;

    ProblemGuidesController(ProblemPages problems) {
        this.problems = problems;
    }

    @GetMapping(path = ProblemPages.PATH, produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> listProblemPages() {
        var rows = problems.all().stream().map(ProblemGuidesController::row).collect(Collectors.joining());
        return HtmlPage.of("Problems", """
                <h1>Problems</h1>
                <p>Every error is a problem (RFC 9457); its <code>type</code> is the address of one of these pages.
                <a href="/docs/errors">Errors</a> explains how to handle them.</p>
                <table>
                <tr><th>problem</th><th>status</th><th>retry</th><th>meaning</th></tr>
                %s</table>
                """.formatted(rows)).response();
    }

    @GetMapping(path = ProblemPages.PATH + "/{slug}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> findProblemPage(@PathVariable String slug) {
        var problem = problems.find(slug);
        return HtmlPage.of(problem.title(), """
                <h1>%s</h1>
                <p><code>%s</code>, HTTP status %d. %s</p>
                <h2>Meaning</h2>
                <p>%s</p>
                <h2>What to do</h2>
                <p>%s</p>
                <p><a href="/docs/errors">How to handle errors</a>, <a href="/docs/getting-started">getting started</a>,
                <a href="/problems">all problems</a></p>
                """.formatted(
                                text(problem.title()),
                                text(problem.type().toString()),
                                problem.status(),
                                retry(problem),
                                text(problem.meaning()),
                                text(problem.remedy())))
                .response();
    }

    private static String row(ProblemPage problem) {
        return "<tr><td>%s</td><td>%d</td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        HtmlPage.link(
                                problem.type().toString(),
                                problem.type().getPath().substring(ProblemPages.PATH.length() + 1)),
                        problem.status(),
                        problem.retryable() ? "yes" : "no",
                        text(problem.meaning()));
    }

    private static String retry(ProblemPage problem) {
        return problem.retryable()
                ? "The same request may succeed later; a change only while its outcome is not <code>unknown</code>."
                : "The same request fails again.";
    }

    private static String text(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
