package io.leeloogateway.operations.web;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The operation does not exist or belongs to another client. */
final class OperationNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    OperationNotFound() {
        super(ProblemType.NOT_FOUND, "none of your operations has this id", null);
    }
}
