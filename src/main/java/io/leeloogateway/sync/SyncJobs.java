package io.leeloogateway.sync;

import static com.github.kagkarlsson.scheduler.task.helper.Tasks.recurring;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs of synchronization: one for each kind, so that the runs of a kind never overlap over all replicas. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyncProperties.class)
class SyncJobs {

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    @Bean
    Task<Void> syncPeopleJob(SyncJob job) {
        return task(SyncKind.PEOPLE, job);
    }

    @Bean
    Task<Void> syncOrdersJob(SyncJob job) {
        return task(SyncKind.ORDERS, job);
    }

    @Bean
    Task<Void> syncTagsJob(SyncJob job) {
        return task(SyncKind.TAGS, job);
    }

    @Bean
    Task<Void> syncUsersJob(SyncJob job) {
        return task(SyncKind.USERS, job);
    }

    @Bean
    Task<Void> syncConnectionsJob(SyncJob job) {
        return task(SyncKind.CONNECTIONS, job);
    }

    @Bean
    Task<Void> syncTemplatesJob(SyncJob job) {
        return task(SyncKind.TEMPLATES, job);
    }

    @Bean
    Task<Void> syncTunnelsJob(SyncJob job) {
        return task(SyncKind.TUNNELS, job);
    }

    static String name(SyncKind kind) {
        return "sync-" + kind.value();
    }

    private static Task<Void> task(SyncKind kind, SyncJob job) {
        return recurring(name(kind), FixedDelay.of(INTERVAL))
                .execute((_, context) -> job.run(kind, context.getSchedulerState()::isShuttingDown));
    }
}
