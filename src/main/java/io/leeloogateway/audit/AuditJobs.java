package io.leeloogateway.audit;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.leeloogateway.audit.integrity.Sealer;
import io.leeloogateway.audit.retention.MonthlyPartitions;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schedules the jobs that run on one replica at a time. */
@Configuration(proxyBeanMethods = false)
class AuditJobs {

    private static final Duration SEAL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration MAINTENANCE_INTERVAL = Duration.ofHours(6);

    @Bean
    Task<Void> auditSealer(Sealer sealer) {
        return recurring("audit-sealer", FixedDelay.of(SEAL_INTERVAL)).execute((_, _) -> sealer.seal());
    }

    @Bean
    Task<Void> auditPartitions(MonthlyPartitions partitions) {
        return recurring("audit-partitions", FixedDelay.of(MAINTENANCE_INTERVAL))
                .execute((_, _) -> partitions.maintain());
    }
}
