package io.leeloogateway.access.client;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Another client has the same name. */
final class ClientNameConflict extends ProblemException {

    private static final long serialVersionUID = 1;

    ClientNameConflict(Throwable cause) {
        super(ProblemType.CONFLICT, "another client has this name", cause);
    }
}
