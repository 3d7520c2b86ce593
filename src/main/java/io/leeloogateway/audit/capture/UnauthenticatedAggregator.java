package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Requests without a valid key: of each address ten a minute are told one by one, what comes more as a number. */
@Component
class UnauthenticatedAggregator {

    static final int MOST_TOLD = 10;

    /** From more addresses at once they are counted together: strangers must not fill the memory. */
    static final int MOST_ADDRESSES = 10_000;

    private static final String ELSEWHERE = "elsewhere";

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final UuidV7Generator ids;
    private final AuditWriter diary;
    private final Clock clock;

    UnauthenticatedAggregator(UuidV7Generator ids, AuditWriter diary, Clock clock) {
        this.ids = ids;
        this.diary = diary;
        this.clock = clock;
    }

    /** What came from an address within a minute. */
    private record Minute(Instant start, int knocks, String requestId) {

        Minute more(String another) {
            return new Minute(start, knocks + 1, knocks == MOST_TOLD ? another : requestId);
        }

        int untold() {
            return knocks - MOST_TOLD;
        }
    }

    /** Whether this one has an entry of its own. */
    boolean isToBeTold(String address, String requestId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var source = minutes.containsKey(address) || minutes.size() < MOST_ADDRESSES ? address : ELSEWHERE;
        var minute = minutes.compute(source, (_, before) -> {
            if (before == null) {
                return new Minute(now, 1, requestId);
            }
            if (before.start().equals(now)) {
                return before.more(requestId);
            }
            sum(source, before);
            return new Minute(now, 1, requestId);
        });
        return minute.untold() <= 0;
    }

    /** Tells of the minutes that are over. */
    @Scheduled(initialDelay = 5, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void sumUp() {
        tellBefore(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }

    void tellAll() {
        tellBefore(Instant.MAX);
    }

    private void tellBefore(Instant start) {
        minutes.forEach((source, minute) -> {
            if (minute.start().isBefore(start) && minutes.remove(source, minute)) {
                sum(source, minute);
            }
        });
    }

    private void sum(String source, Minute minute) {
        if (minute.untold() <= 0) {
            return;
        }
        var id = ids.next();
        var _ = diary.write(new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Who(minute.requestId(), null, null, source),
                new AuditEvent.Subject(null, null, List.of(), null),
                new AuditEvent.Result(
                        AuditOutcome.REFUSED, null, ProblemType.UNAUTHENTICATED.slug(), null, "gateway", null, null),
                minute.untold(),
                null,
                null));
    }
}
