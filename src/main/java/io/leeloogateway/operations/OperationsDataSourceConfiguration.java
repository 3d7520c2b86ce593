package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's own few connections: reads that crowd the others do not keep a change from being written down. */
@Configuration(proxyBeanMethods = false)
public class OperationsDataSourceConfiguration {

    public static final String NAME = "ledgerDataSource";

    /** Shorter than a change waits, so that it is refused for a reason. */
    private static final int ACQUIRE_MILLIS = 400;

    /** Whole seconds: what pgjdbc counts in. Nobody waits for so long; it ends what hangs on a frozen server. */
    private static final String SOCKET_SECONDS = "2";

    /** Not the application's default, which stays Boot's. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource ledgerDataSource(JdbcConnectionDetails details, OperationsProperties properties) {
        var config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(details.getJdbcUrl());
        config.setUsername(details.getUsername());
        config.setPassword(details.getPassword());
        config.setMaximumPoolSize(properties.poolSize());
        config.setConnectionTimeout(ACQUIRE_MILLIS);
        config.setValidationTimeout(ACQUIRE_MILLIS - 100);
        config.addDataSourceProperty("connectTimeout", SOCKET_SECONDS);
        config.addDataSourceProperty("socketTimeout", SOCKET_SECONDS);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        // what PostgreSQL adds to an error may be a whole row, with names and texts
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("options", "-c statement_timeout=1800 -c lock_timeout=" + ACQUIRE_MILLIS);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
