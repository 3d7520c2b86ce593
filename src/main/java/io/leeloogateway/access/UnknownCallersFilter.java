package io.leeloogateway.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Serves documents, and paths that do not exist, slowly to a network that asks for very many. Of webhooks, only those that are
 * not accepted count.
 */
final class UnknownCallersFilter extends OncePerRequestFilter {

    private static final String WEBHOOKS = "/hooks/";

    private final UnknownCallers unknownCallers;

    UnknownCallersFilter(UnknownCallers unknownCallers) {
        this.unknownCallers = unknownCallers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith(WEBHOOKS)) {
            serveWebhook(request, response, chain);
            return;
        }
        unknownCallers.pauseIfTooMany(request, response);
        chain.doFilter(request, response);
    }

    /** The pause comes first: the connection can end after it only while the response is not committed. */
    private void serveWebhook(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        unknownCallers.pauseIfUsedUp(request, response);
        chain.doFilter(request, response);
        if (!isAccepted(request, response)) {
            unknownCallers.count(request);
        }
    }

    /** No other method checks the secret. */
    private static boolean isAccepted(HttpServletRequest request, HttpServletResponse response) {
        return request.getMethod().equals(HttpMethod.POST.name()) && response.getStatus() == HttpStatus.OK.value();
    }
}
