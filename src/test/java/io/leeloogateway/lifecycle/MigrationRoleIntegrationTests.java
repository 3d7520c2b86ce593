package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.leeloogateway.fixtures.PostgresProcess;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One process migrates as the owner of the tables; the gateway knows only a role that can insert into the audit log and not change it. */
@Timeout(120)
@ExtendWith(OutputCaptureExtension.class)
class MigrationRoleIntegrationTests {

    private static final String[] OWNER = {
        "--spring.flyway.user=gateway_owner",
        "--spring.flyway.password=of-no-worth-owner",
        "--spring.datasource.username=gateway",
        "--spring.datasource.password=of-no-worth"
    };

    private static final String[] GATEWAY = {
        "--gateway.lifecycle.migrate=false",
        "--spring.datasource.username=gateway",
        "--spring.datasource.password=of-no-worth"
    };

    private static final String[] TAMPERING = {
        "update audit_events set status = 200",
        "delete from audit_events",
        "truncate audit_events",
        "drop table audit_events",
        "alter table audit_events disable trigger all",
        "drop trigger append_only on audit_events",
        "delete from audit_seals",
        "alter table audit_seals owner to gateway",
        "set session_replication_role = replica",
        "set role gateway_owner",
        "grant gateway_owner to gateway",
        "alter role gateway superuser",
        "alter table operations add column tampered text",
        "delete from flyway_schema_history"
    };

    private static final String TAGGED = "/api/v1/people/64a0c3f00001000000000002/tags/64a0c3f00003000000000001";

    @Test
    void gatewayWaitsForTheMigrationAndCannotEditTheAuditLog(CapturedOutput output) throws Exception {
        try (var postgres = PostgresProcess.start()) {
            var superuser = postgres.database();
            createRoles(superuser);
            var starting = CompletableFuture.supplyAsync(() -> OwnGateway.start(postgres, GATEWAY));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> output.getOut().contains("waiting for the migration of the database"));

            assertThat(MigrationCommand.run(migration(postgres))).isZero();

            try (var gateway = starting.join()) {
                assertThat(gateway.get("/api/v1/tags").statusCode()).isEqualTo(200);
                assertThat(gateway.put(TAGGED).statusCode()).isEqualTo(204);
                await().atMost(Duration.ofSeconds(5)).until(() -> count(superuser, "audit_events") >= 3);
                await().atMost(Duration.ofSeconds(30)).until(() -> count(superuser, "audit_seals") > 0);
                assertThat(output)
                        .contains("warm-up complete")
                        .doesNotContain("the database role of the gateway owns the audit log");
                for (var pool :
                        gateway.context().getBeansOfType(HikariDataSource.class).values()) {
                    assertTamperingIsRefused(JdbcClient.create(pool));
                }
            }
        }
    }

    @Test
    void failedMigrationHasAnExitCode() {
        try (var postgres = PostgresProcess.start()) {
            createRoles(postgres.database());
            var wrong = "--spring.flyway.user=nobody";

            assertThat(MigrationCommand.run(Stream.concat(Stream.of(migration(postgres)), Stream.of(wrong))
                            .filter(argument -> !argument.equals(OWNER[0]))
                            .toArray(String[]::new)))
                    .isOne();
        }
    }

    private static void createRoles(JdbcClient superuser) {
        superuser
                .sql("create role gateway_owner login password 'of-no-worth-owner'")
                .update();
        superuser.sql("create role gateway login password 'of-no-worth'").update();
        superuser.sql("grant create on schema public to gateway_owner").update();
        // for the trusted extensions
        superuser.sql("grant create on database postgres to gateway_owner").update();
    }

    private static String[] migration(PostgresProcess postgres) {
        return Stream.concat(Stream.of("migrate", "--spring.datasource.url=" + postgres.url()), Stream.of(OWNER))
                .toArray(String[]::new);
    }

    private static void assertTamperingIsRefused(JdbcClient gateway) {
        for (var statement : TAMPERING) {
            assertThatThrownBy(() -> gateway.sql(statement).update())
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner|must be able to|cannot).*");
        }
    }

    private static long count(JdbcClient database, String table) {
        return database.sql("select count(*) from " + table).query(Long.class).single();
    }
}
