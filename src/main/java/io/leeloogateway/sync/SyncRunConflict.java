package io.leeloogateway.sync;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Another run of the kind is not finished. */
final class SyncRunConflict extends ProblemException {

    private static final long serialVersionUID = 1;

    SyncRunConflict(SyncKind kind) {
        super(ProblemType.CONFLICT, "another run of " + kind.value() + " is not finished yet", null);
    }
}
