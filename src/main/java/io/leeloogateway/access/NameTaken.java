package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Another client has this name already. */
final class NameTaken extends ProblemException {

    private static final long serialVersionUID = 1;

    NameTaken(Throwable cause) {
        super(ProblemType.CONFLICT, "another client has this name", cause);
    }
}
