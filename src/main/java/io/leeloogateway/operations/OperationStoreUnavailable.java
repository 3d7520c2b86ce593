package io.leeloogateway.operations;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** A change could not be written down, so it is not sent. */
final class OperationStoreUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    OperationStoreUnavailable(Exception cause) {
        super(ProblemType.DATABASE_UNAVAILABLE, "the change could not be written down, so it was not sent", cause);
    }
}
