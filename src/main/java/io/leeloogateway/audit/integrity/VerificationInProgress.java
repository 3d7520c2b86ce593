package io.leeloogateway.audit.integrity;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** A gateway runs one verification at a time: each takes a connection and a processor for its whole duration. */
final class VerificationInProgress extends ProblemException {

    private static final long serialVersionUID = 1;

    VerificationInProgress() {
        super(
                ProblemType.CONFLICT,
                "a verification of the audit log is already running: try again after it has ended",
                null);
    }
}
