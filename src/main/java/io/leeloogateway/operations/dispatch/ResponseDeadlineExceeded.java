package io.leeloogateway.operations.dispatch;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Leeloo did not respond before the request's deadline. The call continues and its outcome is recorded later. */
final class ResponseDeadlineExceeded extends ProblemException {

    private static final long serialVersionUID = 1;

    ResponseDeadlineExceeded() {
        super(ProblemType.DEADLINE_EXCEEDED, "Leeloo did not respond in time; its response will be recorded", null);
    }
}
