package io.leeloogateway.audit;

import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeOrderedIds;
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
class TurnedAway {

    private final Refusals refusals;
    private final TimeOrderedIds ids;
    private final Diary diary;
    private final Clock clock;
    private final Counter counter;
    private final AtomicReference<@Nullable Minute> minute = new AtomicReference<>();

    TurnedAway(Refusals refusals, TimeOrderedIds ids, Diary diary, Clock clock, MeterRegistry metrics) {
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
            context.became(Outcome.NOT_SENT);
        }
        count(context.id());
        refusals.answer(request, response, DiaryUnavailable.full());
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
        var _ = diary.write(new Event(
                id,
                id,
                Event.ENDED,
                new Event.Who(over.requestId(), null, null, null),
                new Event.Subject(null, null, List.of(), null),
                new Event.Result(
                        Told.FAILED,
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
