package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The client has no key of this id. */
final class KeyNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    KeyNotFound() {
        super(ProblemType.NOT_FOUND, "the client has no key with this id", null);
    }
}
