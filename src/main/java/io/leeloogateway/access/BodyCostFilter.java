package io.leeloogateway.access;

import io.leeloogateway.access.ratelimit.RateLimiter;
import io.leeloogateway.problem.BodyMemory;
import io.leeloogateway.request.Caller;
import io.leeloogateway.request.RequestContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a large body count as several requests of the client's limit: the work for it, and what the database keeps of it, grow with its size. */
@Component
@Order(RequestsInProgressFilter.AFTER_ANSWERS_FROM_MEMORY)
class BodyCostFilter extends OncePerRequestFilter {

    /** A body costs another request for each of these. */
    static final int BYTES_PER_REQUEST = 4 * 1024;

    private final RateLimiter rateLimiter;

    BodyCostFilter(RateLimiter rateLimiter) {
        this.rateLimiter = rateLimiter;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            RequestContext.find()
                    .flatMap(RequestContext::caller)
                    .map(Caller::clientId)
                    .ifPresent(
                            clientId -> rateLimiter.charge(clientId, BodyMemory.bytesOf(request) / BYTES_PER_REQUEST));
        }
    }
}
