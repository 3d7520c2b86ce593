package io.leeloogateway.request;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts and times requests by route and client; clients beyond the hundredth count together, for whoever stores the numbers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class RequestMeter extends OncePerRequestFilter {

    private static final int MOST_CLIENTS = 100;
    private static final String NONE = "none";

    private final MeterRegistry meters;
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    RequestMeter(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var began = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            note(response.getStatus(), System.nanoTime() - began);
        }
    }

    private void note(int status, long nanos) {
        var context = RequestContext.current();
        Timer.builder("gateway.requests")
                .description("Requests by route and client")
                .tag("operation", context.route().map(MatchedRoute::operation).orElse(NONE))
                .tag(
                        "client",
                        context.caller()
                                .map(Caller::clientId)
                                .map(this::bounded)
                                .orElse(NONE))
                .tag("status", status / 100 + "xx")
                .register(meters)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private String bounded(String client) {
        return clients.contains(client) || (clients.size() < MOST_CLIENTS && clients.add(client)) ? client : "others";
    }
}
