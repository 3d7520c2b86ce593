package io.leeloogateway.audit;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.leeloogateway.audit.integrity.Sealer;
import io.leeloogateway.audit.retention.PartitionManager;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs once over all replicas. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    private static final Duration SEALING = Duration.ofSeconds(5);
    private static final Duration TURNING = Duration.ofHours(6);

    @Bean
    Task<Void> auditSealer(Sealer sealer) {
        return recurring("audit-sealer", FixedDelay.of(SEALING)).execute((_, _) -> sealer.seal());
    }

    @Bean
    Task<Void> auditMonths(PartitionManager months) {
        return recurring("audit-months", FixedDelay.of(TURNING)).execute((_, _) -> months.turn());
    }
}
