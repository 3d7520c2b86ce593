package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.SafeMethods;
import io.leeloogateway.request.UuidV7Generator;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Rejects requests when too many audit events wait. Records one event per minute with the number of rejected requests. */
@Component
class OverloadRejector {

    private final ProblemWriter problemWriter;
    private final UuidV7Generator ids;
    private final AuditWriter writer;
    private final Clock clock;
    private final Counter rejected;
    private final AtomicReference<@Nullable Minute> currentMinute = new AtomicReference<>();

    OverloadRejector(
            ProblemWriter problemWriter, UuidV7Generator ids, AuditWriter writer, Clock clock, MeterRegistry metrics) {
        this.problemWriter = problemWriter;
        this.ids = ids;
        this.writer = writer;
        this.clock = clock;
        this.rejected = Counter.builder("gateway.audit.rejected")
                .description("requests rejected because too many audit events waited")
                .register(metrics);
    }

    /** The number of requests rejected within a minute, and the id of the first one. */
    private record Minute(Instant start, int requests, String requestId) {}

    void reject(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var context = RequestContext.current();
        if (!SafeMethods.include(request)) {
            context.setOutcome(Outcome.NOT_SENT);
        }
        count(context.id());
        problemWriter.write(request, response, AuditUnavailable.overloaded());
    }

    private void count(String requestId) {
        rejected.increment();
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var previous = currentMinute.getAndUpdate(
                current -> current == null || !current.start().equals(now)
                        ? new Minute(now, 1, requestId)
                        : new Minute(now, current.requests() + 1, current.requestId()));
        if (previous != null && !previous.start().equals(now)) {
            record(previous);
        }
    }

    /** Records past minutes. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void flushPastMinutes() {
        flushBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    void flushAll() {
        flushBefore(Instant.MAX);
    }

    private void flushBefore(Instant start) {
        var current = currentMinute.get();
        if (current != null && current.start().isBefore(start)) {
            if (currentMinute.compareAndSet(current, null)) {
                record(current);
            } else {
                flushBefore(start);
            }
        }
    }

    private void record(Minute past) {
        var result = new AuditEvent.Result(
                AuditOutcome.FAILED,
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                ProblemType.DATABASE_UNAVAILABLE.slug(),
                null,
                AuditOutcome.GATEWAY,
                null,
                null);
        var actor = new AuditEvent.Actor(past.requestId(), null, null, null);
        var _ = writer.write(AuditEvent.counting(ids.next(), actor, result, past.requests()));
    }
}
