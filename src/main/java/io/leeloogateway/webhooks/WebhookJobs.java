package io.leeloogateway.webhooks;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.leeloogateway.request.Deadline;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches what new events mention, and deletes old events. */
@Configuration(proxyBeanMethods = false)
class WebhookJobs {

    private static final Duration READ_INTERVAL = Duration.ofSeconds(2);

    /** A run occupies one of the few threads for all jobs. */
    private static final Duration READ_LIMIT = Duration.ofSeconds(10);

    private static final Duration RETENTION_INTERVAL = Duration.ofHours(1);

    @Bean
    Task<Void> webhookReadsJob(HintedReads reads) {
        return recurring("webhooks-reads", FixedDelay.of(READ_INTERVAL))
                .execute((_, context) ->
                        reads.run(Deadline.after(READ_LIMIT), context.getSchedulerState()::isShuttingDown));
    }

    @Bean
    Task<Void> webhooksRetentionJob(WebhookEventRepository events, WebhookProperties properties, Clock clock) {
        return recurring("webhooks-retention", FixedDelay.of(RETENTION_INTERVAL))
                .execute((_, _) -> events.deleteBefore(clock.instant().minus(properties.retention())));
    }
}
