package io.leeloogateway.sync;

import io.leeloogateway.quota.Quota;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the calls of all runs of all replicas within their share of the budget while other calls wait. */
@Component
class SyncPace {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration MAX_PAUSE = Duration.ofSeconds(30);

    private final JdbcClient database;
    private final Quota quota;
    private final SyncProperties properties;

    SyncPace(JdbcClient database, Quota quota, SyncProperties properties) {
        this.database = database;
        this.quota = quota;
        this.properties = properties;
    }

    /** Waits for the time of the next call; does not wait while nothing else needs the budget. */
    void await() {
        if (quota.isContended()) {
            sleep(reserve());
        }
    }

    /** The time until the next call, which no other run takes. */
    private Duration reserve() {
        var millis = MINUTE.toMillis() / (quota.limit() * properties.share());
        return Duration.ofMillis(database.sql("""
                        update sync_pace set next_call_at = greatest(next_call_at, clock_timestamp()) + make_interval(secs => :interval)
                        returning ceil(extract(epoch from old.next_call_at - clock_timestamp()) * 1000)""")
                .param("interval", millis / 1000)
                .query(Double.class)
                .optional()
                .map(wait -> Math.max(0, wait.longValue()))
                .orElse(0L));
    }

    /** Waits after a failure: as long as Leeloo or the quota says, otherwise longer after each failure. */
    void pause(int failures, Optional<Duration> requested) {
        sleep(requested.orElse(Duration.ofSeconds(1L << failures)));
    }

    private static void sleep(Duration time) {
        LockSupport.parkNanos(Math.min(time.toNanos(), MAX_PAUSE.toNanos()));
    }
}
