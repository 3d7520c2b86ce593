package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
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
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Refuses requests for whose entry there is no place, before anything is done; those of a minute are told as one number. */
@Component
class OverloadRejector {

    private final ProblemWriter refusals;
    private final UuidV7Generator ids;
    private final AuditWriter diary;
    private final Clock clock;
    private final Counter counter;
    private final AtomicReference<@Nullable Minute> minute = new AtomicReference<>();

    OverloadRejector(
            ProblemWriter refusals, UuidV7Generator ids, AuditWriter diary, Clock clock, MeterRegistry metrics) {
        this.refusals = refusals;
        this.ids = ids;
        this.diary = diary;
        this.clock = clock;
        this.counter = Counter.builder("gateway.audit.refused")
                .description("requests refused because too many entries of the diary waited")
                .register(metrics);
    }

    /** The refused of a minute, and the first one's id. */
    private record Minute(Instant start, int requests, String requestId) {}

    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        var context = RequestContext.current();
        if (!request.getMethod().matches("GET|HEAD|OPTIONS")) {
            context.setOutcome(Outcome.NOT_SENT);
        }
        count(context.id());
        refusals.answer(request, response, AuditUnavailable.full());
    }

    private void count(String requestId) {
        counter.increment();
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var before = minute.getAndUpdate(
                counted -> counted == null || !counted.start().equals(now)
                        ? new Minute(now, 1, requestId)
                        : new Minute(now, counted.requests() + 1, counted.requestId()));
        if (before != null && !before.start().equals(now)) {
            tell(before);
        }
    }

    /** Tells of the minute that is over. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sumUp() {
        tellBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    void tellAll() {
        tellBefore(Instant.MAX);
    }

    private void tellBefore(Instant start) {
        var counted = minute.get();
        if (counted != null && counted.start().isBefore(start)) {
            if (minute.compareAndSet(counted, null)) {
                tell(counted);
            } else {
                tellBefore(start);
            }
        }
    }

    private void tell(Minute over) {
        var id = ids.next();
        var _ = diary.write(new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Who(over.requestId(), null, null, null),
                new AuditEvent.Subject(null, null, List.of(), null),
                new AuditEvent.Result(
                        AuditOutcome.FAILED,
                        HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                        ProblemType.DATABASE_UNAVAILABLE.slug(),
                        null,
                        "gateway",
                        null,
                        null),
                over.requests(),
                null,
                null));
    }
}
