package io.leeloogateway.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Opens connections for a pool, and tries again as long as PostgreSQL does not respond. HikariCP itself pauses longer after each failure, up to
 * 5 s and in each pool by itself, so that one pool recovers seconds after another. Only threads of the pool wait here, never a caller.
 */
final class ReconnectingDataSource extends DelegatingDataSource {

    private static final Logger log = LoggerFactory.getLogger(ReconnectingDataSource.class);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final ScopedValue<Boolean> IS_POOL_THREAD = ScopedValue.newInstance();

    private final HikariDataSource pool;

    ReconnectingDataSource(HikariDataSource pool, DataSource driver) {
        super(driver);
        this.pool = pool;
    }

    /** Opens a new connection. */
    private interface Attempt {
        Connection connect() throws SQLException;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(super::getConnection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return connect(() -> super.getConnection(username, password));
    }

    private Connection connect(Attempt attempt) throws SQLException {
        try {
            return attempt.connect();
        } catch (SQLException e) {
            if (IS_POOL_THREAD.isBound()) {
                return connectAgain(attempt, e);
            }
            throw e;
        }
    }

    /** A thread for the tasks of a pool. */
    static Thread poolThread(Runnable task) {
        return Thread.ofPlatform()
                .daemon()
                .name("connection-pool")
                .unstarted(() -> ScopedValue.where(IS_POOL_THREAD, true).run(task));
    }

    /** The close of a pool does not interrupt its threads. */
    private Connection connectAgain(Attempt attempt, SQLException first) throws SQLException {
        log.warn("the pool {} cannot connect: {}", pool.getPoolName(), ConnectionFailureClassifier.describe(first));
        var failure = first;
        while (ConnectionFailureClassifier.isUnresponsive(failure) && !pool.isClosed() && pause()) {
            try {
                var connection = attempt.connect();
                log.info("the pool {} connects again", pool.getPoolName());
                return connection;
            } catch (SQLException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Returns false if the thread is interrupted. */
    private static boolean pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
