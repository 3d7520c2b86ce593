package io.leeloogateway.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Plans the runs of continuous synchronization by the age of the last one. */
@Component
class SyncPlanner {

    private static final Duration RETENTION = Duration.ofDays(30);

    private final SyncRunRepository runs;
    private final SyncRuns starter;
    private final SyncProperties properties;
    private final Clock clock;

    SyncPlanner(SyncRunRepository runs, SyncRuns starter, SyncProperties properties, Clock clock) {
        this.runs = runs;
        this.starter = starter;
        this.properties = properties;
        this.clock = clock;
    }

    /** Queues the run that is due, if there is one. */
    Optional<SyncRun> plan(SyncKind kind) {
        var now = clock.instant();
        runs.deleteOld(now.minus(RETENTION));
        if (!properties.continuous()) {
            return Optional.empty();
        }
        if (isDue(kind, SyncMode.FULL, properties.every(kind), now)) {
            return starter.queue(kind, SyncMode.FULL);
        }
        var hasRecent = kind == SyncKind.PEOPLE && properties.recentEvery().isPositive();
        return hasRecent && isDue(kind, SyncMode.RECENT, properties.recentEvery(), now)
                ? starter.queue(kind, SyncMode.RECENT)
                : Optional.empty();
    }

    private boolean isDue(SyncKind kind, SyncMode mode, Duration every, Instant now) {
        return runs.findLastFinished(kind, mode)
                .map(last -> Objects.requireNonNull(last.finishedAt()).plus(every))
                .filter(now::isBefore)
                .isEmpty();
    }
}
