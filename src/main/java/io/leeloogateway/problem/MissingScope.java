package io.leeloogateway.problem;

import io.leeloogateway.request.RequestContext;

/** The key is good, but not for this. */
public final class MissingScope extends ProblemException {

    private static final long serialVersionUID = 1;

    private MissingScope(String scope) {
        super(ProblemType.MISSING_SCOPE, "the key lacks the scope " + scope, null);
    }

    /** Refuses the call being served unless its caller has the scope. */
    public static void refuseWithout(String scope) {
        if (!RequestContext.current().caller().map(caller -> caller.has(scope)).orElse(false)) {
            throw new MissingScope(scope);
        }
    }
}
