package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;

/** The target of a call is unknown to Leeloo. */
public final class LeelooNotFound extends LeelooException {

    private static final long serialVersionUID = 1;

    public LeelooNotFound(Target target) {
        super(ProblemType.NOT_FOUND, target + " is unknown to Leeloo", null);
    }
}
