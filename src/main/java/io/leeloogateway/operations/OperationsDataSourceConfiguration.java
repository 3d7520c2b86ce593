package io.leeloogateway.operations;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.request.DedicatedPools;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A connection pool for operations alone: reads that use up the other pool do not keep a change from being recorded. */
@Configuration(proxyBeanMethods = false)
public class OperationsDataSourceConfiguration {

    public static final String NAME = "operationsDataSource";

    /** Shorter than the limit of half a second for the record of a change, so that the failure has a cause. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofMillis(400);

    /** No request waits that long; the timeout ends statements on a frozen server. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(2);

    /** Not the default candidate, which stays Spring Boot's data source. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource operationsDataSource(DedicatedPools pools, OperationsProperties properties) {
        return pools.createWithLockTimeout("operations", properties.poolSize(), CONNECTION_TIMEOUT, SOCKET_TIMEOUT);
    }
}
