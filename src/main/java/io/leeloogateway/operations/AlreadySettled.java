package io.leeloogateway.operations;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;

/** Only what is unknown can be settled by hand. */
final class AlreadySettled extends ProblemException {

    private static final long serialVersionUID = 1;

    AlreadySettled(Outcome outcome) {
        super(
                ProblemType.CONFLICT,
                "the operation is " + outcome.word() + ", only an unknown one can be settled",
                null);
    }
}
