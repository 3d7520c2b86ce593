package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The body exceeds the size limit of the route. */
final class RequestBodyTooLarge extends ProblemException {

    private static final long serialVersionUID = 1;

    RequestBodyTooLarge(BodySize limit) {
        super(ProblemType.BODY_TOO_LARGE, "the body may have at most " + limit, null);
    }
}
