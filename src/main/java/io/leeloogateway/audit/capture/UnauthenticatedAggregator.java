package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Aggregates requests without a valid key: ten per address and minute have an event of their own, the others are counted in one event. */
@Component
class UnauthenticatedAggregator {

    static final int MAX_RECORDED = 10;

    /** Further addresses share one counter, so that unauthenticated callers cannot exhaust the memory. */
    static final int MAX_ADDRESSES = 10_000;

    private static final String OTHER_ADDRESSES = "elsewhere";

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final UuidV7Generator ids;
    private final AuditWriter writer;
    private final Clock clock;

    UnauthenticatedAggregator(UuidV7Generator ids, AuditWriter writer, Clock clock) {
        this.ids = ids;
        this.writer = writer;
        this.clock = clock;
    }

    /** The requests of one address within a minute. */
    private record Minute(Instant start, int requests, String requestId) {

        Minute increment(String nextRequestId) {
            return new Minute(start, requests + 1, requests == MAX_RECORDED ? nextRequestId : requestId);
        }

        int excess() {
            return requests - MAX_RECORDED;
        }
    }

    /** Counts the request and returns whether it gets an event of its own. */
    boolean shouldRecord(String address, String requestId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var source = minutes.containsKey(address) || minutes.size() < MAX_ADDRESSES ? address : OTHER_ADDRESSES;
        var minute = minutes.compute(source, (_, previous) -> {
            if (previous == null) {
                return new Minute(now, 1, requestId);
            }
            if (previous.start().equals(now)) {
                return previous.increment(requestId);
            }
            record(source, previous);
            return new Minute(now, 1, requestId);
        });
        return minute.excess() <= 0;
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
        minutes.forEach((source, minute) -> {
            if (minute.start().isBefore(start) && minutes.remove(source, minute)) {
                record(source, minute);
            }
        });
    }

    private void record(String source, Minute minute) {
        if (minute.excess() <= 0) {
            return;
        }
        var result = new AuditEvent.Result(
                AuditOutcome.DENIED, null, ProblemType.UNAUTHENTICATED.slug(), null, AuditOutcome.GATEWAY, null, null);
        var _ = writer.write(AuditEvent.counting(ids.next(), minute.requestId(), source, result, minute.excess()));
    }
}
