package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.PostgresProcess;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The migration role owns the tables; the role of the gateway can only insert into the audit log. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class MigrationRoleIntegrationTests {

    private static final String[] ROLES = {
        "--spring.flyway.user=gateway_owner",
        "--spring.flyway.password=of-no-worth-owner",
        "--spring.datasource.username=gateway",
        "--spring.datasource.password=of-no-worth"
    };

    private static final String TAGGED = "/api/v1/people/64a0c3f00001000000000002/tags/64a0c3f00003000000000001";

    @Test
    void gatewayWorksAndCannotEditTheAuditLog(CapturedOutput output) throws Exception {
        try (var postgres = PostgresProcess.start()) {
            var superuser = postgres.database();
            superuser
                    .sql("create role gateway_owner login password 'of-no-worth-owner'")
                    .update();
            superuser.sql("create role gateway login password 'of-no-worth'").update();
            superuser.sql("grant create on schema public to gateway_owner").update();

            try (var gateway = OwnGateway.start(postgres, ROLES)) {
                assertThat(gateway.get("/api/v1/tags").statusCode()).isEqualTo(200);
                assertThat(gateway.put(TAGGED).statusCode()).isEqualTo(204);

                await().atMost(Duration.ofSeconds(5)).until(() -> count(superuser, "audit_events") >= 3);
                await().atMost(Duration.ofSeconds(30)).until(() -> count(superuser, "audit_seals") > 0);
                assertThat(superuser
                                .sql("select tableowner from pg_tables where tablename = 'operations'")
                                .query(String.class)
                                .single())
                        .isEqualTo("gateway_owner");
                var running = gateway.context().getBean(JdbcClient.class);
                for (var statement : new String[] {
                    "update audit_events set status = 200",
                    "delete from audit_events",
                    "truncate audit_events",
                    "delete from audit_seals"
                }) {
                    assertThatThrownBy(() -> running.sql(statement).update())
                            .hasStackTraceContaining("permission denied");
                }
                assertThat(output).doesNotContain("the database role of the gateway owns the audit log");
            }
        }
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
