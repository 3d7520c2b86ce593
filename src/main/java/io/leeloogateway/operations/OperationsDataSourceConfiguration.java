package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A connection pool for operations alone: reads that use up the other pool do not keep a change from being recorded. */
@Configuration(proxyBeanMethods = false)
public class OperationsDataSourceConfiguration {

    public static final String NAME = "operationsDataSource";

    /** Shorter than the limit of half a second for the record of a change, so that the failure has a cause. */
    private static final int CONNECTION_TIMEOUT_MILLIS = 400;

    /** In whole seconds, the unit of pgjdbc. No request waits that long; the timeout ends statements on a frozen server. */
    private static final String SOCKET_TIMEOUT_SECONDS = "2";

    /** Not the default candidate, which stays Spring Boot's data source. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource operationsDataSource(
            JdbcConnectionDetails details,
            OperationsProperties properties,
            @Value("${spring.datasource.hikari.connection-init-sql}") String sessionSettings) {
        var pool = new HikariDataSource();
        pool.setPoolName("operations");
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(properties.poolSize());
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        pool.setValidationTimeout(CONNECTION_TIMEOUT_MILLIS - 100);
        pool.addDataSourceProperty("connectTimeout", SOCKET_TIMEOUT_SECONDS);
        pool.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // PostgreSQL's error details may quote a whole row, with names and texts
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setConnectionInitSql(sessionSettings + "; set lock_timeout = " + CONNECTION_TIMEOUT_MILLIS);
        return pool;
    }
}
