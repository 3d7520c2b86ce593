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

/** Whether PostgreSQL answers over the connections that requests use, told within 1.5 s; however many ask, one look at a time. */
@Component("dbHealthContributor")
class DatabaseHealthIndicator implements HealthIndicator {

    private static final Duration LONGEST = Duration.ofMillis(1_500);
    private static final int SECONDS = 1;

    private final DataSource database;
    private @Nullable FutureTask<Health> look;

    DatabaseHealthIndicator(DataSource database) {
        this.database = database;
    }

    @Override
    public Health health() {
        try {
            return look().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return down("no answer within " + LONGEST.toMillis() + " ms");
        } catch (ExecutionException e) {
            return down(String.valueOf(e.getCause()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return down("interrupted");
        }
    }

    /** The look that is under way, or a new one. */
    private synchronized FutureTask<Health> look() {
        var last = look;
        if (last != null && !last.isDone()) {
            return last;
        }
        var next = new FutureTask<>(this::asked);
        look = next;
        Thread.ofVirtual().name("database health").start(next);
        return next;
    }

    private Health asked() throws SQLException {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS) ? Health.up().build() : down("the connection is broken");
        }
    }

    private static Health down(String why) {
        return Health.down().withDetail("error", why).build();
    }
}
