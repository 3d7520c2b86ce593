package io.leeloogateway.operations.dispatch;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The caller's time is over and Leeloo has not answered yet; the call goes on. */
final class ResponseDeadlineExceeded extends ProblemException {

    private static final long serialVersionUID = 1;

    ResponseDeadlineExceeded() {
        super(ProblemType.DEADLINE_EXCEEDED, "Leeloo did not answer in time; its answer will be written down", null);
    }
}
