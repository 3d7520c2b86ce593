package io.leeloogateway.webhooks;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches what new events mention, and deletes old events. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {

    private static final Duration READ_INTERVAL = Duration.ofSeconds(2);
    private static final Duration RETENTION_INTERVAL = Duration.ofHours(1);

    @Bean
    Task<Void> webhookReadsJob(HintedReads reads) {
        return recurring("webhooks-reads", FixedDelay.of(READ_INTERVAL)).execute((_, _) -> reads.run());
    }

    @Bean
    Task<Void> webhooksRetentionJob(WebhookEventRepository events, WebhookProperties properties, Clock clock) {
        return recurring("webhooks-retention", FixedDelay.of(RETENTION_INTERVAL))
                .execute((_, _) -> events.deleteBefore(clock.instant().minus(properties.retention())));
    }
}
