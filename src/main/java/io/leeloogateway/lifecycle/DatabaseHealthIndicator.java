package io.leeloogateway.lifecycle;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports within 1.5 s whether PostgreSQL responds on the request pool. Concurrent health requests share one check. */
@Component("dbHealthContributor")
class DatabaseHealthIndicator implements HealthIndicator {

    private static final Duration TIMEOUT = Duration.ofMillis(1_500);
    private static final int VALIDATION_SECONDS = 1;

    private final DataSource database;
    private @Nullable FutureTask<Health> current;

    DatabaseHealthIndicator(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            return check().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return down("no response within " + TIMEOUT.toMillis() + " ms");
        } catch (ExecutionException e) {
            return down(String.valueOf(e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        }
    }

    /** The running check, or a new one. */
    private synchronized FutureTask<Health> check() {
        var running = current;
        if (running != null && !running.isDone()) {
            return running;
        }
        var next = new FutureTask<>(this::query);
        current = next;
        Thread.ofVirtual().name("database-health").start(next);
        return next;
    }

    private Health query() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.isValid(VALIDATION_SECONDS) ? Health.up().build() : down("the connection is broken");
        }
    }

    private static Health down(String error) {
        return Health.down().withDetail("error", error).build();
    }
}
