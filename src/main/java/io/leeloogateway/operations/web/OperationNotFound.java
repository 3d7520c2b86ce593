package io.leeloogateway.operations.web;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** There is no such operation, or it is not the caller's. */
final class OperationNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    OperationNotFound() {
        super(ProblemType.NOT_FOUND, "no operation of yours has this id", null);
    }
}
