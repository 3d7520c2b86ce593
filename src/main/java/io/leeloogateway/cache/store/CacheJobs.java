package io.leeloogateway.cache.store;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Schedules what bounds the cache, on one instance at a time. */
@Configuration(proxyBeanMethods = false)
class CacheJobs {

    private static final Duration CLEANUP_INTERVAL = Duration.ofMinutes(30);

    private static final Duration LIMIT_INTERVAL = Duration.ofMinutes(1);

    @Bean
    Task<Void> cacheSizeLimitJob(CacheSizeLimit limit) {
        return recurring("cache-size-limit", FixedDelay.of(LIMIT_INTERVAL)).execute((_, _) -> limit.run());
    }

    @Bean
    Task<Void> cacheCleanupJob(CacheCleanup cleanup) {
        return recurring("cache-cleanup", FixedDelay.of(CLEANUP_INTERVAL)).execute((_, _) -> cleanup.run());
    }
}
