package io.leeloogateway.request;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts and times requests by action and client. An exception counts as 5xx because the container responds later; a connection that the
 * caller closed does not.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class RequestMetricsFilter extends OncePerRequestFilter {

    private static final String NONE = "none";

    private final MeterRegistry meters;
    private final ClientTags clients;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    private record Series(String action, String client, int statusClass) {}

    RequestMetricsFilter(MeterRegistry meters, ClientTags clients) {
        this.meters = meters;
        this.clients = clients;
        for (var statusClass = 2; statusClass <= 5; statusClass++) {
            timer(NONE, NONE, statusClass);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var start = System.nanoTime();
        var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } catch (IOException e) {
            status = response.getStatus();
            throw e;
        } finally {
            record(status, System.nanoTime() - start);
        }
    }

    private void record(int status, long nanos) {
        var context = RequestContext.current();
        var action = context.route().map(MatchedRoute::action).orElse(NONE);
        var client = context.caller().map(Caller::clientId).map(clients::of).orElse(NONE);
        timer(action, client, status / 100).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String action, String client, int statusClass) {
        return timers.computeIfAbsent(new Series(action, client, statusClass), this::register);
    }

    private Timer register(Series series) {
        return Timer.builder("gateway.requests")
                .description("Requests by action and client")
                .tag("action", series.action())
                .tag("client", series.client())
                .tag("status", series.statusClass() + "xx")
                .register(meters);
    }
}
