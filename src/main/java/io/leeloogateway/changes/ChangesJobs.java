package io.leeloogateway.changes;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Deletes old changes. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChangesProperties.class)
class ChangesJobs {

    private static final Duration INTERVAL = Duration.ofHours(1);

    @Bean
    Task<Void> changesRetentionJob(ChangeRepository changes, ChangesProperties properties, Clock clock) {
        return recurring("changes-retention", FixedDelay.of(INTERVAL))
                .execute((_, _) -> changes.deleteBefore(clock.instant().minus(properties.retention())));
    }
}
