package io.leeloogateway.request;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Creates connection pools for one purpose each, which no other work can use up. */
@Component
public class DedicatedPools {

    private final JdbcConnectionDetails details;
    private final String sessionSettings;

    DedicatedPools(
            JdbcConnectionDetails details,
            @Value("${spring.datasource.hikari.connection-init-sql}") String sessionSettings) {
        this.details = details;
        this.sessionSettings = sessionSettings;
    }

    /**
     * Creates a pool.
     *
     * @param connectionTimeout of the wait for a connection, at least 350 ms
     * @param socketTimeout ends statements on a frozen server; in whole seconds, the unit of pgjdbc
     */
    public HikariDataSource create(String name, int size, Duration connectionTimeout, Duration socketTimeout) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(connectionTimeout.toMillis());
        pool.setValidationTimeout(Math.min(1_000, connectionTimeout.toMillis() - 100));
        pool.addDataSourceProperty("connectTimeout", String.valueOf(socketTimeout.toSeconds()));
        pool.addDataSourceProperty("socketTimeout", String.valueOf(socketTimeout.toSeconds()));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // PostgreSQL's error details may quote a whole row, with names and texts.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setConnectionInitSql(sessionSettings);
        return pool;
    }

    /** Creates a pool whose statements do not wait for locks for longer than for a connection. */
    public HikariDataSource createWithLockTimeout(
            String name, int size, Duration connectionTimeout, Duration socketTimeout) {
        var pool = create(name, size, connectionTimeout, socketTimeout);
        pool.setConnectionInitSql(sessionSettings + "; set lock_timeout = " + connectionTimeout.toMillis());
        return pool;
    }
}
