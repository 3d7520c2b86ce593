package io.leeloogateway.operations;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The database did not record the change, so the gateway does not send it. */
final class OperationStoreUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    OperationStoreUnavailable(Exception cause) {
        super(ProblemType.DATABASE_UNAVAILABLE, "the change could not be recorded, so it was not sent", cause);
    }
}
