package io.leeloogateway.problem;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ResourceBundle;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves an explanation of each problem type. */
@RestController
@Tag(name = "Problems")
public class ProblemsController {

    public static final String PATH = "/problems/{slug}";

    private final ResourceBundle texts = ResourceBundle.getBundle("problems");

    /**
     * Explain a problem type. The {@code type} of each problem is the address of its explanation. This route needs no key.
     *
     * @param slug the last segment of the type of a problem
     * @return the cause and the action to take
     */
    @GetMapping(PATH)
    @SecurityRequirements
    ProblemPage explainProblem(@PathVariable String slug) {
        return ProblemType.of(slug).map(type -> ProblemPage.of(type, texts)).orElseThrow(() -> new UnknownProblem());
    }

    private static final class UnknownProblem extends ProblemException {

        private static final long serialVersionUID = 1;

        UnknownProblem() {
            super(ProblemType.NOT_FOUND, "no problem type has this name", null);
        }
    }
}
