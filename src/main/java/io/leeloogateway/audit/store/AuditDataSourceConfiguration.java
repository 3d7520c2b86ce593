package io.leeloogateway.audit.store;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.request.DedicatedPools;
import java.time.Duration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the connection of the audit writer, so that a busy main pool does not delay audit events. */
@Configuration(proxyBeanMethods = false)
class AuditDataSourceConfiguration {

    static final String NAME = "auditDataSource";

    /** A statement that hangs on a frozen server ends then, and is repeated. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    /** Not a default candidate: the default data source stays the one of Spring Boot. Selected by qualifier. */
    @Bean(name = NAME, defaultCandidate = false)
    @DependsOnDatabaseInitialization
    HikariDataSource auditDataSource(DedicatedPools pools) {
        return pools.create("audit", 1, TIMEOUT, TIMEOUT);
    }
}
