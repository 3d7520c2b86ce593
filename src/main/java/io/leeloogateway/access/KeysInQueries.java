package io.leeloogateway.access;

import io.leeloogateway.problem.InvalidRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses a key in the query before anything else is looked at. */
final class KeysInQueries extends OncePerRequestFilter {

    private final HandlerExceptionResolver resolver;

    KeysInQueries(HandlerExceptionResolver resolver) {
        this.resolver = resolver;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            MisplacedKey.refuseInQuery(request.getQueryString() == null ? "" : request.getQueryString());
        } catch (InvalidRequest e) {
            resolver.resolveException(request, response, null, e);
            return;
        }
        chain.doFilter(request, response);
    }
}
