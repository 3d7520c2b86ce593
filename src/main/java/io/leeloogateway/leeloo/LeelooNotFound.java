package io.leeloogateway.leeloo;

import io.leeloogateway.problem.ProblemType;

/** Leeloo does not know what it was asked about. */
public final class LeelooNotFound extends LeelooException {

    private static final long serialVersionUID = 1;

    public LeelooNotFound(Target target) {
        super(ProblemType.NOT_FOUND, target + " is unknown to Leeloo", null);
    }
}
