package io.leeloogateway.sync;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** No run has the id. */
final class SyncRunNotFound extends ProblemException {

    private static final long serialVersionUID = 1;

    SyncRunNotFound() {
        super(ProblemType.NOT_FOUND, "no synchronization run has this id", null);
    }
}
