package io.leeloogateway.request;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Rehearses a step on each connection of a pool, because each PostgreSQL session prepares statements and reads the catalog for itself. */
public final class PoolRehearsal {

    private final HikariDataSource pool;
    private final TransactionTemplate transaction;
    private final TransactionTemplate savepoint;

    public PoolRehearsal(HikariDataSource pool) {
        this.pool = pool;
        var manager = new DataSourceTransactionManager(pool);
        this.transaction = new TransactionTemplate(manager);
        this.savepoint = new TransactionTemplate(manager);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The step takes one connection at a time. Returns the duration of the slowest rehearsal. */
    public Duration onEachConnection(Runnable step) {
        synchronized (pool) {
            var held = new ArrayList<Connection>();
            try {
                var slowest = duration(step);
                while (held.size() < pool.getMaximumPoolSize() - 1) {
                    held.add(connection());
                    var next = duration(step);
                    slowest = next.compareTo(slowest) > 0 ? next : slowest;
                }
                return slowest;
            } finally {
                held.forEach(JdbcUtils::closeConnection);
            }
        }
    }

    /** Undoes the step and commits: a commit with a transaction id waits for the disk like any other, and no row stays. */
    public Duration undoneOnEachConnection(Runnable step) {
        return onEachConnection(() -> transaction.executeWithoutResult(_ -> savepoint.executeWithoutResult(nested -> {
            nested.setRollbackOnly();
            step.run();
        })));
    }

    /** A thread gets the connection again that it used last, so the next step gets another one. */
    private Connection connection() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("no connection to rehearse with", e);
        }
    }

    private static Duration duration(Runnable step) {
        var started = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
