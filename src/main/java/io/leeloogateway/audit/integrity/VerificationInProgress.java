package io.leeloogateway.audit.integrity;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The diary is verified once at a time: it takes a connection and a processor for as long as it lasts. */
final class VerificationInProgress extends ProblemException {

    private static final long serialVersionUID = 1;

    VerificationInProgress() {
        super(
                ProblemType.CONFLICT,
                "the diary is being verified already, one at a time: ask again once that has ended",
                null);
    }
}
