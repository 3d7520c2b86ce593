package io.leeloogateway.operations.dispatch;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The setting {@code gateway.operations.enabled} is false. */
public final class ChangesDisabled extends ProblemException {

    private static final long serialVersionUID = 1;

    public ChangesDisabled() {
        super(ProblemType.CHANGES_DISABLED, "changes are disabled; reads are not affected", null);
    }
}
