package io.leeloogateway.operations;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** Somebody switched changes off. */
final class ChangesDisabled extends ProblemException {

    private static final long serialVersionUID = 1;

    ChangesDisabled() {
        super(ProblemType.CHANGES_DISABLED, "changes are switched off; reads go on", null);
    }
}
