package io.leeloogateway.operations.dispatch;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Leeloo's response contains a value that cannot be recorded; the operation says why. */
final class UnrecordableResponse extends ProblemException {

    private static final long serialVersionUID = 1;

    UnrecordableResponse() {
        super(ProblemType.LEELOO_UNREADABLE, "Leeloo's response cannot be recorded", null);
    }
}
