package io.leeloogateway.access;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.request.DedicatedPools;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connections for the keys and the limits of clients alone: whatever one client reads, the requests of the others are admitted. */
@Configuration(proxyBeanMethods = false)
public class AccessDataSourceConfiguration {

    public static final String NAME = "accessDataSource";

    /** A key and a limit are read from memory most of the time. */
    private static final int SIZE = 3;

    /** Longer than the limits of a look-up and of a lease, so that a busy pool is no failure of the database. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Not the default candidate, which stays Spring Boot's data source. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource accessDataSource(DedicatedPools pools) {
        return pools.create("access", SIZE, TIMEOUT, TIMEOUT);
    }
}
