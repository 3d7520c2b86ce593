package io.leeloogateway.problem;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ResourceBundle;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a problem means and what to do about it. */
@RestController
@Tag(name = "Problems")
public class ProblemsController {

    public static final String PATH = "/problems/{slug}";

    private final ResourceBundle texts = ResourceBundle.getBundle("problems");

    /**
     * Explains a kind of problem. Open to everybody: this is where the {@code type} of each problem leads.
     *
     * @param slug the last part of a problem's type
     * @return what it means and what to do
     */
    @GetMapping(PATH)
    @SecurityRequirements
    ProblemPage explainProblem(@PathVariable String slug) {
        return ProblemType.of(slug).map(type -> ProblemPage.of(type, texts)).orElseThrow(() -> new UnknownProblem());
    }

    private static final class UnknownProblem extends ProblemException {

        private static final long serialVersionUID = 1;

        UnknownProblem() {
            super(ProblemType.NOT_FOUND, "there is no problem of this name", null);
        }
    }
}
