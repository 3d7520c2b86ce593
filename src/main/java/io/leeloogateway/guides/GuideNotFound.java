package io.leeloogateway.guides;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** No guide has this name. */
final class GuideNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    GuideNotFound() {
        super(ProblemType.NOT_FOUND, "no guide has this name; /docs lists all guides", null);
    }
}
