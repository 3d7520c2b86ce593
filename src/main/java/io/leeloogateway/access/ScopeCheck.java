package io.leeloogateway.access;

import io.leeloogateway.access.apikey.BootstrapKeyResolver;
import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.Route;
import java.util.Optional;

/** Decides whether a caller may use a route. */
final class ScopeCheck {

    private ScopeCheck() {}

    /** Throws unless the current caller has the scope of the route. The bootstrap key is not an API key: it grants access to the admin routes only. */
    static void require(Optional<Route> route, Optional<Caller> caller) {
        var scope = route.map(Route::scope).orElseThrow(MissingScope::undeclared);
        var isBootstrap = caller.filter(BootstrapKeyResolver.CALLER::equals).isPresent();
        if (!scope.equals(Route.ANY_KEY)) {
            MissingScope.require(scope);
        } else if (isBootstrap) {
            throw MissingScope.ofBootstrapKey();
        }
    }
}
