package io.leeloogateway.access;

import io.leeloogateway.connections.ConnectionLimits;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.SafeMethods;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Bounds the requests of a client that are in progress: while Leeloo hangs, those that wait for it hold their connections. */
final class RequestsInProgressFilter extends OncePerRequestFilter {

    /** A client may hold a quarter of the connections. */
    private static final int SHARE = 4;

    private final int limit;
    private final Map<String, Integer> inProgress = new ConcurrentHashMap<>();
    private final HandlerExceptionResolver resolver;

    RequestsInProgressFilter(ConnectionLimits limits, HandlerExceptionResolver resolver) {
        this.limit = limits.connections() / SHARE;
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = RequestContext.find().flatMap(RequestContext::caller);
        if (caller.isPresent()) {
            serve(caller.get().clientId(), request, response, chain);
        } else {
            chain.doFilter(request, response); // of the management port, where no requests are counted
        }
    }

    private void serve(String clientId, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (inProgress.merge(clientId, 1, Integer::sum) > limit) {
                refuse(request, response);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            inProgress.computeIfPresent(clientId, (_, number) -> number == 1 ? null : number - 1);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        if (!SafeMethods.include(request)) {
            RequestContext.current().setOutcome(Outcome.NOT_SENT);
        }
        resolver.resolveException(request, response, null, new TooManyRequestsInProgress());
    }
}
