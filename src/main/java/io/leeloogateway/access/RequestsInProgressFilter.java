package io.leeloogateway.access;

import io.leeloogateway.connections.ClientConnection;
import io.leeloogateway.connections.ConnectionLimits;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.SafeMethods;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Bounds the requests of a client that are in progress: while Leeloo hangs, those that wait for it hold their connections. Plain reads that
 * are answered from memory do not come here.
 */
@Component
@Order(RequestsInProgressFilter.AFTER_ANSWERS_FROM_MEMORY)
final class RequestsInProgressFilter extends OncePerRequestFilter {

    static final int AFTER_ANSWERS_FROM_MEMORY = -40;

    private final ConnectionShares shares;
    private final HandlerExceptionResolver resolver;

    @Autowired
    RequestsInProgressFilter(
            Environment settings, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        this(ConnectionLimits.of(settings), resolver);
    }

    RequestsInProgressFilter(ConnectionLimits limits, HandlerExceptionResolver resolver) {
        this.shares = new ConnectionShares(limits.connections());
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = RequestContext.find().flatMap(RequestContext::caller);
        if (caller.isPresent()) {
            serve(caller.get().clientId(), request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void serve(String clientId, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!shares.tryTake(clientId)) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            shares.giveBack(clientId);
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) {
        if (!SafeMethods.include(request)) {
            RequestContext.current().setOutcome(Outcome.NOT_SENT);
        }
        ClientConnection.pauseIfDirect(request, response);
        resolver.resolveException(request, response, null, new TooManyRequestsInProgress());
    }
}
