package io.leeloogateway.access;

import io.leeloogateway.problem.MissingScope;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.Route;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        var context = RequestContext.current();
        if (context.caller().isEmpty()) {
            throw new Unauthenticated();
        }
        if (!(handler instanceof HandlerMethod method)) {
            throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), "");
        }
        if (request.getMethod().equals("OPTIONS")) {
            return true;
        }
        var route = method.getMethodAnnotation(Route.class);
        if (route == null) {
            throw MissingScope.undeclared();
        }
        if (asksForChange(route)) {
            context.became(Outcome.NOT_SENT);
        }
        MissingScope.refuseWithout(route.scope());
        return true;
    }

    /** These scopes stand before everything that is sent to Leeloo to change something. */
    private static boolean asksForChange(Route route) {
        return route.scope().endsWith(":write") || route.scope().equals(Scope.MESSAGES_SEND.word());
    }
}
