package io.leeloogateway.quota;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.request.DedicatedPools;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A connection for the budget alone: requests that use up the other pools do not cut this replica off from the others. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuotaProperties.class)
class QuotaDataSourceConfiguration {

    static final String NAME = "quotaDataSource";

    /** A replica that waits longer for the database goes on with its own share. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofMillis(400);

    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(1);

    /** Not the default candidate, which stays Spring Boot's data source. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource quotaDataSource(DedicatedPools pools) {
        var pool = pools.createWithLockTimeout("quota", 1, CONNECTION_TIMEOUT, SOCKET_TIMEOUT);
        pool.setInitializationFailTimeout(-1);
        return pool;
    }
}
