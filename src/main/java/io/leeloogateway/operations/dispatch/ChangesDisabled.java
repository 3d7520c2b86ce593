package io.leeloogateway.operations.dispatch;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Somebody switched changes off. */
public final class ChangesDisabled extends ProblemException {

    private static final long serialVersionUID = 1;

    public ChangesDisabled() {
        super(ProblemType.CHANGES_DISABLED, "changes are switched off; reads go on", null);
    }
}
