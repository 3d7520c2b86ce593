package io.leeloogateway.access;

import io.leeloogateway.access.apikey.DemoKeyResolver;
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
    private final Optional<DemoKeyResolver> demo;

    CallerRecheck(KeyStates keys, Optional<DemoKeyResolver> demo) {
        this.keys = keys;
        this.demo = demo;
    }

    /** True for callers without a stored key. */
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
        if (caller.keyId() == null || demo.filter(key -> key.isCaller(caller)).isPresent()) {
            return Optional.of(caller);
        }
        return keys.findCaller(caller.keyId(), context.audit().source().orElse(IpAddress.UNSPECIFIED));
    }

    private static Optional<String> scope() {
        return RequestContext.current().route().map(MatchedRoute::scope).filter(scope -> !NO_SCOPES.contains(scope));
    }
}
