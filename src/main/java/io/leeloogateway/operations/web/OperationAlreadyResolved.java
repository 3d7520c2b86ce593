package io.leeloogateway.operations.web;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;

/** Only what is unknown can be settled by hand. */
final class OperationAlreadyResolved extends ProblemException {

    private static final long serialVersionUID = 1;

    OperationAlreadyResolved(Outcome outcome) {
        super(
                ProblemType.CONFLICT,
                "the operation is " + outcome.word() + ", only an unknown one can be settled",
                null);
    }
}
