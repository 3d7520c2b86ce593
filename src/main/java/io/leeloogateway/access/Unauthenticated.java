package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The request has no valid credential. The response is the same for every cause, so that it reveals nothing about keys. */
final class Unauthenticated extends ProblemException {

    private static final long serialVersionUID = 1;

    Unauthenticated() {
        super(ProblemType.UNAUTHENTICATED, "the request has no valid API key", null);
    }
}
