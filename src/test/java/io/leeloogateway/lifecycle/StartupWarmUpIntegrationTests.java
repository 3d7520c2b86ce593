package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.request.WarmUp;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.mock.env.MockEnvironment;

@Timeout(60)
class StartupWarmUpIntegrationTests {

    @Test
    void warmUpUsesOperationsAndServerAndLeavesNoRows() {
        try (var postgres = PostgresProcess.start();
                var gateway = OwnGateway.start(postgres, "--db-scheduler.enabled=false")) {
            var meters = gateway.context().getBean(MeterRegistry.class);

            assertThat(meters.get("hikaricp.connections.acquire")
                            .tag("pool", "operations")
                            .timer()
                            .count())
                    .isGreaterThanOrEqualTo(30);
            assertThat(meters.get("gateway.requests")
                            .tags("client", "none", "status", "2xx")
                            .timer()
                            .count())
                    .isGreaterThanOrEqualTo(30);
            for (var table : List.of("operations", "audit_events", "cache_generations", "audit_pseudonyms")) {
                assertThat(postgres.database()
                                .sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void failingOrHangingWarmUpDoesNotPreventTheStart() throws Exception {
        var never = new CountDownLatch(1);
        WarmUp fails = () -> {
            throw new IllegalStateException("cold");
        };
        WarmUp hangs = () -> {
            try {
                never.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        };

        new StartupWarmUp(List.of(fails, hangs), new MockEnvironment()).run(new DefaultApplicationArguments());

        assertThat(never.getCount()).isOne();
    }
}
