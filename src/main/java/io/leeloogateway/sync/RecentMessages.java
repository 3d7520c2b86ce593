package io.leeloogateway.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the time since which no run has seen the messages. */
@Component
class RecentMessages {

    /** For clocks that differ, and for a list that shows a message late. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration MAX = Duration.ofDays(1);

    private final SyncRunRepository runs;

    RecentMessages(SyncRunRepository runs) {
        this.runs = runs;
    }

    /** In the form of Leeloo's filter. */
    String from(Instant now) {
        return Stream.of(SyncMode.values())
                .flatMap(mode -> runs.findLastFinished(SyncKind.PEOPLE, mode).stream())
                .filter(run -> run.state() == SyncState.COMPLETED)
                .map(SyncRun::startedAt)
                .max(Comparator.naturalOrder())
                .map(last -> last.minus(MARGIN))
                .filter(last -> last.isAfter(now.minus(MAX)))
                .orElse(now.minus(MAX))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}
