package io.leeloogateway.problem;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves an explanation of each problem type. */
@RestController
@Tag(name = "Problems")
public class ProblemsController {

    public static final String PATH = ProblemPages.PATH + "/{slug}";

    private final ProblemPages problems;

    ProblemsController(ProblemPages problems) {
        this.problems = problems;
    }

    /** Lists the problem types; hidden, because each problem leads to its own page. */
    @Hidden
    @GetMapping(path = ProblemPages.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    ProblemPageList listProblems() {
        return new ProblemPageList(problems.all());
    }

    /**
     * Explain a problem type. The {@code type} of each problem is the address of its explanation. A browser gets a page. This route needs no key.
     *
     * @param slug the last segment of the type of a problem
     * @return the cause and the action to take
     */
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @SecurityRequirements
    ProblemPage explainProblem(@PathVariable String slug) {
        return problems.find(slug);
    }
}
