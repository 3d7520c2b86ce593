package io.leeloogateway.quota;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A connection for the budget alone: requests that use up the other pools do not cut this replica off from the others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaProperties.class)
class QuotaDataSourceConfiguration {

    static final String NAME = "quotaDataSource";

    /** A replica that waits longer for the database goes on with its own share. */
    private static final int TIMEOUT_MILLIS = 500;

    private static final int LOCK_TIMEOUT_MILLIS = 400;

    /** In whole seconds, the unit of pgjdbc. */
    private static final String SOCKET_TIMEOUT_SECONDS = "1";

    /** Not the default candidate, which stays Spring Boot's data source. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource quotaDataSource(
            JdbcConnectionDetails details,
            @Value("${spring.datasource.hikari.connection-init-sql}") String sessionSettings) {
        var pool = new HikariDataSource();
        pool.setPoolName("quota");
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(TIMEOUT_MILLIS);
        pool.setValidationTimeout(TIMEOUT_MILLIS - 100);
        pool.addDataSourceProperty("connectTimeout", SOCKET_TIMEOUT_SECONDS);
        pool.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.setConnectionInitSql(sessionSettings + "; set lock_timeout = " + LOCK_TIMEOUT_MILLIS);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }
}
