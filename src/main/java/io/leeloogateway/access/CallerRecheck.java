package io.leeloogateway.access;

import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks the key of a request again after the request has waited, or while it goes on: its client may have lost it, a scope or a network. */
@Component
public class CallerRecheck {

    private static final Set<String> NO_SCOPES = Set.of(Route.ANY_KEY, Route.SECRET);

    private final KeyStates keys;

    CallerRecheck(KeyStates keys) {
        this.keys = keys;
    }

    /** True for callers without a key of ours. */
    public boolean isAllowed() {
        return findPresent()
                .filter(caller -> scope().stream().allMatch(caller::hasScope))
                .isPresent();
    }

    /** Throws the problem of a request without a valid key, or without the scope of its route. */
    public void requireAllowed() {
        var caller = findPresent().orElseThrow(Unauthenticated::new);
        scope().ifPresent(scope -> MissingScope.require(caller, scope));
    }

    private Optional<Caller> findPresent() {
        var context = RequestContext.current();
        var caller = context.caller().orElseThrow(Unauthenticated::new);
        var address = context.audit().source().orElse(IpAddress.UNSPECIFIED);
        return caller.keyId() == null ? Optional.of(caller) : keys.findPresent(caller, caller.keyId(), address);
    }

    private static Optional<String> scope() {
        return RequestContext.current().route().map(MatchedRoute::scope).filter(scope -> !NO_SCOPES.contains(scope));
    }
}
