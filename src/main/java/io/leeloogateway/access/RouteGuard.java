package io.leeloogateway.access;

import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Opens a route only to who has its scope, and a route without one to nobody. */
@Component
class RouteGuard implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws NoResourceFoundException {
        // Spring Boot's management port runs this too, but no filter of ours and none of the routes.
        var context = RequestContext.find();
        if (context.isEmpty() || !(handler instanceof HandlerMethod method)) {
            throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), "");
        }
        if (context.get().caller().isEmpty()) {
            throw new Unauthenticated();
        }
        if (!request.getMethod().equals("OPTIONS")) {
            check(method, context.get());
        }
        return true;
    }

    private static void check(HandlerMethod method, RequestContext context) {
        var route = Optional.ofNullable(method.getMethodAnnotation(Route.class)).orElseThrow(MissingScope::undeclared);
        if (asksForChange(route)) {
            context.became(Outcome.NOT_SENT);
        }
        MissingScope.refuseWithout(route.scope());
    }

    /** These scopes stand before everything that is sent to Leeloo to change something. */
    private static boolean asksForChange(Route route) {
        return route.scope().endsWith(":write") || route.scope().equals(Scope.MESSAGES_SEND.word());
    }
}
