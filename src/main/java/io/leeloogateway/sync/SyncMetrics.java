package io.leeloogateway.sync;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** Counts the calls, the rows and the ends of runs. */
@Component
class SyncMetrics {

    private final MeterRegistry meters;

    SyncMetrics(MeterRegistry meters) {
        this.meters = meters;
        EnumSet.allOf(SyncKind.class).forEach(this::begin);
    }

    /** A rate needs an initial value. */
    private void begin(SyncKind kind) {
        countPage(kind, RowCounts.NONE, 0);
        countRows(kind, "gone", 0);
        runs(kind, SyncState.COMPLETED);
        runs(kind, SyncState.FAILED);
    }

    void countPage(SyncKind kind, RowCounts rows, int calls) {
        countCalls(kind, calls);
        countRows(kind, "new", rows.added());
        countRows(kind, "changed", rows.changed());
        countRows(kind, "unchanged", rows.unchanged());
        countRows(kind, "rejected", rows.rejected());
    }

    void countCheck(SyncKind kind, EntryCheck check, int calls) {
        countCalls(kind, calls);
        countRows(kind, check.value(), 1);
    }

    void countRun(SyncKind kind, SyncState state) {
        runs(kind, state).increment();
    }

    private Counter runs(SyncKind kind, SyncState state) {
        return Counter.builder("gateway.sync.runs")
                .description("Runs that ended, by kind and state")
                .tag("kind", kind.value())
                .tag("state", state.value())
                .register(meters);
    }

    private void countCalls(SyncKind kind, int calls) {
        Counter.builder("gateway.sync.calls")
                .description("Calls to Leeloo of runs")
                .tag("kind", kind.value())
                .register(meters)
                .increment(calls);
    }

    private void countRows(SyncKind kind, String change, long rows) {
        Counter.builder("gateway.sync.rows")
                .description("Rows that runs met, and entries that they checked")
                .tag("kind", kind.value())
                .tag("change", change)
                .register(meters)
                .increment((double) rows);
    }
}
