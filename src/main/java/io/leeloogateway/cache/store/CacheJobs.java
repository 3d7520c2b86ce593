package io.leeloogateway.cache.store;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What runs once over all replicas. */
@Configuration(proxyBeanMethods = false)
class CacheJobs {

    private static final Duration SWEEPING = Duration.ofMinutes(30);

    @Bean
    Task<Void> copySweep(CacheCleanup sweep) {
        return recurring("mirror-sweep", FixedDelay.of(SWEEPING)).execute((_, _) -> sweep.run());
    }
}
