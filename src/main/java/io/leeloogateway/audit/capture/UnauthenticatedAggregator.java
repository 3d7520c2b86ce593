package io.leeloogateway.audit.capture;

import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.AuditWriter;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.IpAddress;
import io.leeloogateway.request.UuidV7Generator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Aggregates requests without a valid key: ten per network and minute have an event of their own, the others are counted in one event. */
@Component
class UnauthenticatedAggregator {

    static final int MAX_RECORDED = 10;

    /** Further networks share one counter, so that unauthenticated callers cannot exhaust the memory. */
    static final int MAX_NETWORKS = 10_000;

    private static final String OTHER_NETWORKS = "other";

    private final Map<String, Minute> minutes = new ConcurrentHashMap<>();
    private final UuidV7Generator ids;
    private final AuditWriter writer;
    private final Clock clock;

    UnauthenticatedAggregator(UuidV7Generator ids, AuditWriter writer, Clock clock) {
        this.ids = ids;
        this.writer = writer;
        this.clock = clock;
    }

    /** The requests of one network within a minute, and the first address. */
    private record Minute(Instant start, @Nullable String source, int requests, String requestId) {

        Minute increment(String nextRequestId) {
            return new Minute(start, source, requests + 1, requests == MAX_RECORDED ? nextRequestId : requestId);
        }

        int excess() {
            return requests - MAX_RECORDED;
        }
    }

    /** Counts the request and returns whether it gets an event of its own. */
    boolean shouldRecord(IpAddress address, String requestId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var network = address.network();
        var isCounted = minutes.containsKey(network) || minutes.size() < MAX_NETWORKS;
        var source = isCounted && !address.isUnspecified() ? address.toString() : null;
        var minute = minutes.compute(isCounted ? network : OTHER_NETWORKS, (_, previous) -> {
            if (previous != null && previous.start().equals(now)) {
                return previous.increment(requestId);
            }
            if (previous != null) {
                record(previous);
            }
            return new Minute(now, source, 1, requestId);
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
        minutes.forEach((network, minute) -> {
            if (minute.start().isBefore(start) && minutes.remove(network, minute)) {
                record(minute);
            }
        });
    }

    private void record(Minute minute) {
        if (minute.excess() <= 0) {
            return;
        }
        var result = new AuditEvent.Result(
                AuditOutcome.DENIED, null, ProblemType.UNAUTHENTICATED.slug(), null, AuditOutcome.GATEWAY, null, null);
        var _ = writer.write(
                AuditEvent.counting(ids.next(), minute.requestId(), minute.source(), result, minute.excess()));
    }
}
