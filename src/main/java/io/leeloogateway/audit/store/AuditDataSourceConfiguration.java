package io.leeloogateway.audit.store;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the connection of the audit writer, so that a busy main pool does not delay audit events. */
@Configuration(proxyBeanMethods = false)
class AuditDataSourceConfiguration {

    static final String NAME = "auditDataSource";

    private static final int ACQUIRE_MILLIS = 2_000;
    private static final int VALIDATION_MILLIS = 1_000;

    /** In whole seconds, the unit of pgjdbc. Ends a statement that hangs on a frozen server, so that it is repeated. */
    private static final String SOCKET_SECONDS = "2";

    /** Not a default candidate: the default data source stays the one of Spring Boot. Selected by qualifier. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource auditDataSource(
            JdbcConnectionDetails details,
            @Value("${spring.datasource.hikari.connection-init-sql}") String sessionSettings) {
        var pool = new HikariDataSource();
        pool.setPoolName("audit");
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(1);
        pool.setConnectionTimeout(ACQUIRE_MILLIS);
        pool.setValidationTimeout(VALIDATION_MILLIS);
        pool.addDataSourceProperty("connectTimeout", SOCKET_SECONDS);
        pool.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.setConnectionInitSql(sessionSettings);
        return pool;
    }
}
