package io.leeloogateway.operations;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.leeloogateway.operations.reconcile.Reconciler;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs once over all replicas. */
@Configuration(proxyBeanMethods = false)
class OperationJobs {

    private static final Duration SWEEPING = Duration.ofMinutes(10);

    @Bean
    Task<Void> operationSweep(OperationRetention sweep) {
        return recurring("operations-sweep", FixedDelay.of(SWEEPING)).execute((_, _) -> sweep.run());
    }

    @Bean
    Task<Void> operationReconciler(Reconciler reconciler, OperationsProperties properties) {
        return recurring("operations-reconciler", FixedDelay.of(properties.betweenLooks()))
                .execute((_, _) -> reconciler.lookAtNext());
    }
}
