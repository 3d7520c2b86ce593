package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.audit.ChangeTarget;
import io.leeloogateway.audit.capture.AuditOutcome;
import io.leeloogateway.fixtures.FreePorts;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.request.UuidV7Generator;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;

/** A connection whose last statement got no answer is not used again. */
class EventCopyTimeoutIntegrationTests {

    @Test
    void nextStatementDoesNotReadTheAnswerOfTheLast() throws SQLException {
        try (var postgres = PostgresProcess.start();
                var gateway = start(postgres)) {
            var copy = gateway.getBean(EventCopy.class);
            var unanswered = event(gateway);
            var next = event(gateway);
            try (var _ = postgres.hold("lock table audit_events in access exclusive mode")) {
                var copying = CompletableFuture.runAsync(() -> copy.append(List.of(unanswered)));
                await().until(() -> postgres.waiting("Lock", "copy audit_events") == 1);
                postgres.freeze();
                try {
                    assertThatThrownBy(copying::join).hasCauseInstanceOf(DataAccessException.class);
                } finally {
                    postgres.thaw();
                }
            }

            copy.append(List.of(next));

            assertThat(postgres.database()
                            .sql("select count(*) from audit_events where id = ?")
                            .param(next.id())
                            .query(Integer.class)
                            .single())
                    .isOne();
        }
    }

    private static AuditEvent event(ConfigurableApplicationContext gateway) {
        var id = gateway.getBean(UuidV7Generator.class).next();
        return AuditEvent.ofGateway(id, "copy", "test", new ChangeTarget("test", List.of()), AuditOutcome.SUCCESS);
    }

    private static ConfigurableApplicationContext start(PostgresProcess postgres) {
        var settings = Stream.concat(postgres.settings().stream(), Stream.of("--gateway.lifecycle.drain-delay=0s"));
        return new SpringApplicationBuilder(GatewayApplication.class)
                .initializers(new FreePorts())
                .profiles("sandbox")
                .run(settings.toArray(String[]::new));
    }
}
