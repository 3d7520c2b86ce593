package io.leeloogateway.operations.dispatch;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The request's deadline has passed before the outcome of its change was known and recorded. The outcome is recorded later. */
final class DeadlineExceeded extends ProblemException {

    private static final long serialVersionUID = 1;

    private DeadlineExceeded(String detail) {
        super(ProblemType.DEADLINE_EXCEEDED, detail, null);
    }

    static DeadlineExceeded beforeResponse() {
        return new DeadlineExceeded("Leeloo did not respond in time; its response will be recorded");
    }

    static DeadlineExceeded beforeRecord() {
        return new DeadlineExceeded("Leeloo's response could not be recorded in time; it will be recorded");
    }
}
