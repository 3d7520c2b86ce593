package io.leeloogateway.mirror;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Leeloo did not answer within the caller's time. */
final class Unanswered extends ProblemException {

    private static final long serialVersionUID = 1;

    Unanswered() {
        super(ProblemType.DEADLINE_EXCEEDED, "Leeloo did not answer in time", null);
    }
}
