package io.leeloogateway.problem.input;

import io.leeloogateway.problem.BodyMemory;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits the size, the time and the memory of request bodies, and ignores the labels of an absent body. */
@Component
@Order(0)
class RequestBodyFilter extends OncePerRequestFilter {

    private static final List<String> LIMITED_PATHS = List.of("/api/", "/hooks/", "/leeloo/");

    private final BodyProperties properties;
    private final BodyBudget budget;

    RequestBodyFilter(BodyProperties properties, BodyBudget budget) {
        this.properties = properties;
        this.budget = budget;
    }

    /** The servlet path is decoded, as in route matching. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return LIMITED_PATHS.stream().noneMatch(request.getServletPath()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!RequestBodies.isDeclared(request)) {
            chain.doFilter(UnlabelledRequest.hasLabels(request) ? new UnlabelledRequest(request) : request, response);
            return;
        }
        try (var reservation = new BodyReservation(budget);
                var deadline = new BodyDeadline(request, properties.timeout())) {
            try {
                chain.doFilter(new LimitedRequest(request, reservation, deadline), response);
            } finally {
                request.setAttribute(BodyMemory.BYTES, reservation.size());
            }
        }
    }
}
