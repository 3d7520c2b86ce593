package io.leeloogateway.problem;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/** The explanations of all problem types. */
@Component
public class ProblemPages {

    public static final String PATH = "/problems";

    private final ResourceBundle texts = ResourceBundle.getBundle("problems");

    ProblemPages() {}

    public List<ProblemPage> all() {
        return Arrays.stream(ProblemType.values())
                .map(type -> ProblemPage.of(type, texts))
                .toList();
    }

    /** Throws if no problem type has this name. */
    public ProblemPage find(String slug) {
        return ProblemType.of(slug).map(type -> ProblemPage.of(type, texts)).orElseThrow(UnknownProblem::new);
    }

    private static final class UnknownProblem extends ProblemException {

        private static final long serialVersionUID = 1;

        UnknownProblem() {
            super(ProblemType.NOT_FOUND, "no problem type has this name; /problems lists all", null);
        }
    }
}
