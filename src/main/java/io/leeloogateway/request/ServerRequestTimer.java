package io.leeloogateway.request;

import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Times requests by route and status under the name and with the tags of Spring's observation, which times them only while it traces them. */
@Component
class ServerRequestTimer {

    static final String NAME = "http.server.requests";

    private final MeterRegistry meters;
    private final ServerObservationConvention convention;
    private final TracedRequests traced;
    private final Map<KeyValues, Timer> timers = new ConcurrentHashMap<>();

    ServerRequestTimer(MeterRegistry meters, ServerObservationConvention convention, TracedRequests traced) {
        this.meters = meters;
        this.convention = convention;
        this.traced = traced;
    }

    void record(HttpServletRequest request, HttpServletResponse response, @Nullable Throwable failure, long nanos) {
        if (traced.areExported()) {
            return;
        }
        var context = new ServerRequestObservationContext(request, response);
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
            context.setPathPattern(pattern);
        }
        if (failure != null) {
            context.setError(failure);
        }
        timers.computeIfAbsent(convention.getLowCardinalityKeyValues(context), this::register)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Micrometer adds the exception as {@code error}, too. */
    private Timer register(KeyValues keyValues) {
        var timer = Timer.builder(NAME);
        for (var tag : keyValues) {
            timer.tag(tag.getKey(), tag.getValue());
            if (tag.getKey().equals("exception")) {
                timer.tag("error", tag.getValue());
            }
        }
        return timer.register(meters);
    }
}
