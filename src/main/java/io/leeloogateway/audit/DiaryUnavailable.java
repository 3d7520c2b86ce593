package io.leeloogateway.audit;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The entry of a request could not be committed, so it is not answered. */
final class DiaryUnavailable extends ProblemException {

    private static final long serialVersionUID = 1;

    DiaryUnavailable(Exception cause) {
        super(ProblemType.DATABASE_UNAVAILABLE, "the request could not be written into the diary", cause);
    }
}
