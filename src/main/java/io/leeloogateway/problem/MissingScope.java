package io.leeloogateway.problem;

import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;

/** The API key is valid but lacks a scope. */
public final class MissingScope extends ProblemException {

    private static final long serialVersionUID = 1;

    private MissingScope(String detail) {
        super(ProblemType.MISSING_SCOPE, detail, null);
    }

    /** A route without a declared scope denies every request. */
    public static MissingScope undeclared() {
        return new MissingScope("no scope grants access to this route");
    }

    /** The routes that any key may use, such as {@code /me}, are about a client. */
    public static MissingScope ofBootstrapKey() {
        return new MissingScope("the bootstrap key has access to the routes of administrators only");
    }

    /** Throws unless the current caller has the scope. */
    public static void require(String scope) {
        require(RequestContext.current().caller().orElseThrow(() -> of(scope)), scope);
    }

    public static void require(Caller caller, String scope) {
        if (!caller.hasScope(scope)) {
            throw of(scope);
        }
    }

    private static MissingScope of(String scope) {
        return new MissingScope("the key lacks the scope " + scope);
    }
}
