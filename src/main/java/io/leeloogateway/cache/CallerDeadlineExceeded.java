package io.leeloogateway.cache;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Leeloo did not answer before the deadline of the request. */
public final class CallerDeadlineExceeded extends ProblemException {

    private static final long serialVersionUID = 1;

    public CallerDeadlineExceeded() {
        super(ProblemType.DEADLINE_EXCEEDED, "Leeloo did not answer in time", null);
    }
}
