package io.leeloogateway.problem;

import io.leeloogateway.request.RequestContext;

/** The key is good, but not for this. */
public final class MissingScope extends ProblemException {

    private static final long serialVersionUID = 1;

    private MissingScope(String detail) {
        super(ProblemType.MISSING_SCOPE, detail, null);
    }

    /** A route that names no scope opens for nobody. */
    public static MissingScope undeclared() {
        return new MissingScope("no scope opens this route");
    }

    /** Refuses the call being served unless its caller has the scope. */
    public static void refuseWithout(String scope) {
        var caller = RequestContext.current().caller();
        if (caller.isEmpty() || !caller.get().has(scope)) {
            throw new MissingScope("the key lacks the scope " + scope);
        }
    }
}
