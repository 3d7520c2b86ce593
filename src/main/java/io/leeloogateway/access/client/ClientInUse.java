package io.leeloogateway.access.client;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** A key of the client has been used, so that audit entries and operations name the client. */
final class ClientInUse extends ProblemException {

    private static final long serialVersionUID = 1;

    ClientInUse() {
        super(ProblemType.CONFLICT, "the client has sent requests; change its state to frozen instead", null);
    }
}
