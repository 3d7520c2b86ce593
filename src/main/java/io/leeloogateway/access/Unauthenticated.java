package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** No valid key was shown. Every cause reads the same, so that a guess teaches nothing. */
final class Unauthenticated extends ProblemException {

    private static final long serialVersionUID = 1;

    Unauthenticated() {
        super(ProblemType.UNAUTHENTICATED, "the request carries no valid key", null);
    }
}
