package io.leeloogateway.sync;

import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Continues the unfinished run of a kind, or starts the run that is due. */
@Component
class SyncJob {

    private final SyncRunRepository runs;
    private final SyncPlanner planner;
    private final SyncRunner runner;

    SyncJob(SyncRunRepository runs, SyncPlanner planner, SyncRunner runner) {
        this.runs = runs;
        this.planner = planner;
        this.runner = runner;
    }

    /** Ends with the run, or when the instance stops. */
    void run(SyncKind kind, BooleanSupplier isStopping) {
        runs.findUnfinished(kind).or(() -> planner.plan(kind)).ifPresent(run -> runner.run(run, isStopping));
    }
}
