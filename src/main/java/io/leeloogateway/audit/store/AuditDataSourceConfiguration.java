package io.leeloogateway.audit.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The writer's own connection: reads that crowd the others do not make entries late. */
@Configuration(proxyBeanMethods = false)
class AuditDataSourceConfiguration {

    static final String NAME = "diaryDataSource";

    private static final int ACQUIRE_MILLIS = 2_000;
    private static final int VALIDATION_MILLIS = 1_000;

    /** Whole seconds: what pgjdbc counts in. It ends what hangs on a frozen server, so that it is tried again. */
    private static final String SOCKET_SECONDS = "2";

    /** Both before the socket is given up, so that nothing stays behind in the server that holds or awaits a lock. */
    private static final String LIMITS = "-c lock_timeout=1000 -c statement_timeout=1800";

    /** Not the application's default, which stays Boot's; the filter asks for it before all else. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource diaryDataSource(JdbcConnectionDetails details) {
        var config = new HikariConfig();
        config.setPoolName("diary");
        config.setJdbcUrl(details.getJdbcUrl());
        config.setUsername(details.getUsername());
        config.setPassword(details.getPassword());
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(ACQUIRE_MILLIS);
        config.setValidationTimeout(VALIDATION_MILLIS);
        config.addDataSourceProperty("connectTimeout", SOCKET_SECONDS);
        config.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("options", LIMITS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
