package io.leeloogateway.access;

import io.leeloogateway.problem.ProblemException;
import io.leeloogateway.problem.ProblemType;

/** The key is good, but not for this route. */
final class MissingScope extends ProblemException {

    private static final long serialVersionUID = 1;

    private MissingScope(String detail) {
        super(ProblemType.MISSING_SCOPE, detail, null);
    }

    static MissingScope of(String scope) {
        return new MissingScope("the key lacks the scope " + scope);
    }

    static MissingScope undeclared() {
        return new MissingScope("no scope opens this route");
    }
}
