package io.leeloogateway.access;

import io.leeloogateway.access.usage.UsageCounter;
import io.leeloogateway.request.Dialect;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import io.leeloogateway.request.RouteSource;
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

/** Rejects requests over the rate limit, requests without the scope of the route, and all requests to a route that declares no scope. */
@Component
class ScopeInterceptor implements HandlerInterceptor {

    private final UsageCounter usageCounter;

    ScopeInterceptor(UsageCounter usageCounter) {
        this.usageCounter = usageCounter;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws NoResourceFoundException {
        // Spring Boot's management port runs this interceptor, too, but none of the gateway's filters and routes.
        var context = RequestContext.find().orElseThrow(() -> notFound(request));
        var route = routeOf(handler);
        route.filter(declared -> declared.kind() == Route.Kind.CHANGE)
                .ifPresent(_ -> context.setOutcome(Outcome.NOT_SENT));
        route.ifPresent(declared -> context.setRoute(new MatchedRoute(
                declared.action(), declared.scope(), declared.kind(), dialectOf(handler), successStatus((HandlerMethod)
                        handler))));
        AdmittedRequest.of(request).orElseThrow(Unauthenticated::new).rejectIfRateLimited(request, response);
        if (!(handler instanceof HandlerMethod)) {
            throw notFound(request);
        }
        if (!request.getMethod().equals("OPTIONS")) {
            ScopeCheck.require(route, context.caller());
            context.route().ifPresent(matched -> count(matched, context));
        }
        return true;
    }

    private void count(MatchedRoute route, RequestContext context) {
        context.caller().ifPresent(caller -> usageCounter.count(caller, route));
    }

    private static Optional<Route> routeOf(Object handler) {
        if (!(handler instanceof HandlerMethod method)) {
            return Optional.empty();
        }
        return method.getBean() instanceof RouteSource source
                ? Optional.of(source.route())
                : Optional.ofNullable(method.getMethodAnnotation(Route.class));
    }

    private static Dialect dialectOf(Object handler) {
        return handler instanceof HandlerMethod method && method.getBean() instanceof RouteSource source
                ? source.dialect()
                : Dialect.GATEWAY;
    }

    private static int successStatus(HandlerMethod method) {
        var declared = method.getMethodAnnotation(ResponseStatus.class);
        return declared == null ? HttpStatus.OK.value() : declared.value().value();
    }

    private static NoResourceFoundException notFound(HttpServletRequest request) {
        return new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), "");
    }
}
