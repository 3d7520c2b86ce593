package io.leeloogateway.access;

import io.leeloogateway.access.apikey.BootstrapKeyResolver;
import io.leeloogateway.access.usage.UsageCounter;
import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Opens a route only to who has its scope and is within its limit, and a route without a scope to nobody. */
@Component
class ScopeInterceptor implements HandlerInterceptor {

    private final UsageCounter tally;

    ScopeInterceptor(UsageCounter tally) {
        this.tally = tally;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws NoResourceFoundException {
        // Spring Boot's management port runs this too, but no filter of ours and none of the routes.
        var context = RequestContext.find().orElseThrow(() -> noRoute(request));
        var route = routeOf(handler);
        route.filter(found -> found.kind() == Route.Kind.CHANGE).ifPresent(_ -> context.setOutcome(Outcome.NOT_SENT));
        route.ifPresent(found ->
                context.setRoute(new MatchedRoute(found.action(), found.kind(), success((HandlerMethod) handler))));
        AdmittedRequest.of(request).orElseThrow(Unauthenticated::new).refuseOverLimit();
        if (!(handler instanceof HandlerMethod)) {
            throw noRoute(request);
        }
        if (!request.getMethod().equals("OPTIONS")) {
            check(route.orElseThrow(MissingScope::undeclared), context);
        }
        return true;
    }

    /** The bootstrap secret is not a key: it opens the admin routes and nothing else. */
    private void check(Route route, RequestContext context) {
        var isBootstrap =
                context.caller().filter(BootstrapKeyResolver.CALLER::equals).isPresent();
        if (isBootstrap || !route.scope().equals(Route.ANY_KEY)) {
            MissingScope.require(route.scope());
        }
        context.caller().ifPresent(caller -> tally.count(caller, route.action()));
    }

    private static Optional<Route> routeOf(Object handler) {
        return handler instanceof HandlerMethod method
                ? Optional.ofNullable(method.getMethodAnnotation(Route.class))
                : Optional.empty();
    }

    private static int success(HandlerMethod method) {
        var declared = method.getMethodAnnotation(ResponseStatus.class);
        return declared == null ? HttpStatus.OK.value() : declared.value().value();
    }

    private static NoResourceFoundException noRoute(HttpServletRequest request) {
        return new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), "");
    }
}
