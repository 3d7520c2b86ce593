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

/**
 * Counts and times requests by route and client; clients beyond the hundredth count together, for whoever stores the numbers. What crashes counts
 * as 5xx, which the container answers later; a caller that hangs up does not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class RequestMetricsFilter extends OncePerRequestFilter {

    private static final int MOST_CLIENTS = 100;
    private static final String NONE = "none";

    private final MeterRegistry meters;
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    RequestMetricsFilter(MeterRegistry meters) {
        this.meters = meters;
        for (var hundreds = 2; hundreds <= 5; hundreds++) {
            timer(NONE, NONE, hundreds);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var began = System.nanoTime();
        var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } catch (IOException e) {
            status = response.getStatus();
            throw e;
        } finally {
            note(status, System.nanoTime() - began);
        }
    }

    private void note(int status, long nanos) {
        var context = RequestContext.current();
        var operation = context.route().map(MatchedRoute::action).orElse(NONE);
        var client = context.caller().map(Caller::clientId).map(this::bounded).orElse(NONE);
        timer(operation, client, status / 100).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String operation, String client, int hundreds) {
        return Timer.builder("gateway.requests")
                .description("Requests by route and client")
                .tag("operation", operation)
                .tag("client", client)
                .tag("status", hundreds + "xx")
                .register(meters);
    }

    private String bounded(String client) {
        return clients.contains(client) || (clients.size() < MOST_CLIENTS && clients.add(client)) ? client : "others";
    }
}
