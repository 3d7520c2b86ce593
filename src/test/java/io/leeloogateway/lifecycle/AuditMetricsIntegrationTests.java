package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.PostgresProcess;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The metrics of the audit log show its backlog. */
@Timeout(120)
class AuditMetricsIntegrationTests {

    @Test
    void lagIsTheAgeOfTheOldestWaitingEvent() throws Exception {
        try (var postgres = PostgresProcess.start();
                var gateway = OwnGateway.start(postgres, "--db-scheduler.enabled=false")) {
            assertThat(seconds(gateway, "gateway.audit.lag")).isZero();

            try (var _ = postgres.hold("lock table audit_events in access exclusive mode")) {
                gateway.get("/api/v1/me");

                await().until(() -> seconds(gateway, "gateway.audit.lag") > 2.5);
            }

            await().until(() -> seconds(gateway, "gateway.audit.lag") == 0);
        }
    }

    /** The observed instance does not seal. */
    @Test
    void everyInstanceReportsTheSealLag() throws Exception {
        try (var postgres = PostgresProcess.start();
                var gateway = OwnGateway.start(postgres, "--db-scheduler.enabled=false")) {
            gateway.get("/api/v1/me");

            await().atMost(Duration.ofSeconds(20)).until(() -> seconds(gateway, "gateway.audit.seal.lag") > 0);
            assertThat(seconds(gateway, "gateway.audit.seal.age")).isZero();

            try (var sealer = OwnGateway.start(postgres)) {
                await().atMost(Duration.ofSeconds(40)).until(() -> seconds(gateway, "gateway.audit.seal.lag") == 0);
                assertThat(seconds(gateway, "gateway.audit.seal.age")).isBetween(0.001, 40.0);
                assertThat(seconds(sealer, "gateway.audit.seal.lag")).isZero();
            }
        }
    }

    private static double seconds(OwnGateway gateway, String name) {
        return gateway.context()
                .getBean(MeterRegistry.class)
                .get(name)
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }
}
