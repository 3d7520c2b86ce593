package io.leeloogateway.operations;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.leeloogateway.operations.reconcile.Reconciler;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of operations. Each runs on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class OperationJobs {

    private static final Duration RETENTION_INTERVAL = Duration.ofMinutes(10);

    @Bean
    Task<Void> operationRetentionJob(OperationRetention retention) {
        return recurring("operations-retention", FixedDelay.of(RETENTION_INTERVAL))
                .execute((_, _) -> retention.run());
    }

    @Bean
    Task<Void> operationReconcilerJob(Reconciler reconciler, OperationsProperties properties) {
        return recurring("operations-reconciler", FixedDelay.of(properties.reconciliationInterval()))
                .execute((_, _) -> reconciler.reconcileNext());
    }
}
