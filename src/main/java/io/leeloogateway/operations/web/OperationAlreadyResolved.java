package io.leeloogateway.operations.web;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;

/** The operation is not unknown, so it cannot be resolved by hand. */
final class OperationAlreadyResolved extends ProblemException {

    private static final long serialVersionUID = 1;

    OperationAlreadyResolved(Outcome outcome) {
        super(
                ProblemType.CONFLICT,
                "the operation is " + outcome.value() + "; only an unknown operation can be resolved",
                null);
    }
}
