package io.leeloogateway.access.client;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** No client has this id. */
final class ClientNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    ClientNotFound() {
        super(ProblemType.NOT_FOUND, "no client has this id", null);
    }
}
