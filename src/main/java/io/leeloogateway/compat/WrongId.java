package io.leeloogateway.compat;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The id in the path has characters that no id of Leeloo has. */
final class WrongId extends ProblemException {

    private static final long serialVersionUID = 1;

    WrongId() {
        super(
                ProblemType.NOT_FOUND,
                "the id in the path must have up to 64 letters, digits, hyphens and underscores",
                null);
    }
}
