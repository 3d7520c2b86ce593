package io.leeloogateway.access.client;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The client has no key with this id. */
final class ApiKeyNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    ApiKeyNotFound() {
        super(ProblemType.NOT_FOUND, "the client has no key with this id", null);
    }
}
