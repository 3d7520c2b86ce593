package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.PostgresProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Health probes get a response within three seconds. */
@Timeout(120)
class ReadinessIntegrationTests {

    @Test
    void frozenPostgresEndsReadinessButNotLiveness() throws Exception {
        try (var postgres = PostgresProcess.start();
                var gateway = OwnGateway.start(postgres, "--db-scheduler.enabled=false")) {
            assertThat(gateway.probe("/readiness").statusCode()).isEqualTo(200);

            postgres.freeze();
            try {
                for (var probes = 0; probes < 3; probes++) {
                    assertThat(gateway.probe("/readiness").statusCode()).isEqualTo(503);
                    assertThat(gateway.probe("/liveness").statusCode()).isEqualTo(200);
                }
            } finally {
                postgres.thaw();
            }

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> gateway.probe("/readiness").statusCode() == 200);
        }
    }

    @Test
    void probesOpenNoExtraConnections() throws Exception {
        try (var postgres = PostgresProcess.start();
                var gateway = OwnGateway.start(postgres, "--db-scheduler.enabled=false")) {
            assertThat(gateway.probe("/readiness").body())
                    .contains("\"db\":{\"status\":\"UP\"}")
                    .doesNotContain("DataSource");
        }
    }
}
