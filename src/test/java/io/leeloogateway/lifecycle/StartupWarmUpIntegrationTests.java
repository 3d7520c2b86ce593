package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.PostgresProcess;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class StartupWarmUpIntegrationTests {

    /** A statement of each step that a pool serves. */
    private static final Map<String, List<String>> STATEMENTS = Map.of(
            "HikariPool", List.of("%unnest%cached_people%", "insert into cache_loads%", "%insert into cached_people%"),
            "access", List.of("%from client_keys%", "insert into rate_limit_windows%"),
            "operations",
                    List.of(
                            "insert into operations%",
                            "update operations%",
                            "insert into audit_pseudonyms%",
                            "%insert into cache_generations%",
                            "%from audit_events where operation_id%"),
            "audit", List.of("insert into audit_events%"));

    @Test
    void eachConnectionIsRehearsedAndNoRowsStay(CapturedOutput output) throws Exception {
        try (var postgres = PostgresProcess.start();
                var gateway = OwnGateway.start(postgres, "--db-scheduler.enabled=false")) {
            assertThat(output).contains("warm-up complete after");
            var pools = gateway.context().getBeansOfType(HikariDataSource.class).values();
            // no request waits for the connections of the quota
            var ofRequests = pools.stream()
                    .filter(pool -> !pool.getPoolName().equals("quota"))
                    .toList();
            assertThat(ofRequests).hasSize(STATEMENTS.size());
            for (var pool : ofRequests) {
                var name = pool.getPoolName().replaceFirst("-\\d+$", "");
                assertPrepared(pool, Objects.requireNonNull(STATEMENTS.get(name), name));
            }
            assertThat(gateway.context()
                            .getBean(MeterRegistry.class)
                            .get("gateway.requests")
                            .tags("client", "none", "status", "2xx")
                            .timer()
                            .count())
                    .isGreaterThanOrEqualTo(12);
            for (var table : List.of(
                    "operations",
                    "audit_events",
                    "audit_pseudonyms",
                    "cache_generations",
                    "cache_loads",
                    "cached_people",
                    "rate_limit_windows",
                    "client_usage")) {
                assertThat(postgres.database()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }

    private static void assertPrepared(HikariDataSource pool, List<String> statements) throws SQLException {
        var connections = new ArrayList<Connection>();
        for (var number = 0; number < pool.getMaximumPoolSize(); number++) {
            connections.add(pool.getConnection());
        }
        for (var connection : connections) {
            for (var statement : statements) {
                assertThat(JdbcClient.create(new SingleConnectionDataSource(connection, true))
                                .sql("select count(*) from pg_prepared_statements where statement ilike ?")
                                .param(statement)
                                .query(Long.class)
                                .single())
                        .as("%s: %s", pool.getPoolName(), statement)
                        .isPositive();
            }
        }
        for (var connection : connections) {
            connection.close();
        }
    }
}
