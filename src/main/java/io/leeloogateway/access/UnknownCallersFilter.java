package io.leeloogateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Serves documents, and paths that do not exist, slowly to a network that asks for very many. Webhooks, which come without a key, too, have limits of their own. */
final class UnknownCallersFilter extends OncePerRequestFilter {

    private static final String WEBHOOKS = "/hooks/";

    private final UnknownCallers unknownCallers;

    UnknownCallersFilter(UnknownCallers unknownCallers) {
        this.unknownCallers = unknownCallers;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith(WEBHOOKS);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        unknownCallers.pauseIfTooMany(request, response);
        chain.doFilter(request, response);
    }
}
