package io.leeloogateway.sync;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the job of a kind look for a queued run soon. */
@Component
class SyncTrigger {

    private static final Logger log = LoggerFactory.getLogger(SyncTrigger.class);

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    SyncTrigger(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** A job that runs at the moment looks for queued runs when it ends. */
    void fire(SyncKind kind) {
        try {
            scheduler.ifAvailable(jobs ->
                    jobs.reschedule(TaskInstanceId.of(SyncJobs.name(kind), RecurringTask.INSTANCE), clock.instant()));
        } catch (TaskInstanceException e) {
            log.debug("the job of {} starts by itself", kind.value(), e);
        }
    }
}
