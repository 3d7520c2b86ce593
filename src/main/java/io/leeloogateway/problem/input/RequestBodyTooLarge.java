package io.leeloogateway.problem.input;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The body exceeds the size limit. */
final class RequestBodyTooLarge extends ProblemException {

    static final int MAX_BYTES = 1024 * 1024;

    private static final long serialVersionUID = 1;

    RequestBodyTooLarge() {
        super(ProblemType.BODY_TOO_LARGE, "the body may have at most 1 MiB", null);
    }
}
