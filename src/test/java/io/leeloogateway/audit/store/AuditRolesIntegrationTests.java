package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leeloogateway.GatewayApplication;
import io.leeloogateway.audit.AuditRows;
import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.integrity.SealedAuditLog;
import io.leeloogateway.audit.integrity.Sealer;
import io.leeloogateway.audit.integrity.Tampering;
import io.leeloogateway.audit.integrity.Verifier;
import io.leeloogateway.audit.retention.MonthlyPartitions;
import io.leeloogateway.fixtures.GatewayClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The owner migrates; the role of the gateway may only read and append. */
@AuditTest
@ExtendWith(OutputCaptureExtension.class)
class AuditRolesIntegrationTests {

    private static final String NAME = "two_roles";
    private static final String OWNER = "audit_owner";
    private static final String RUNNER = "audit_runner";
    private static final String PASSWORD = "of-no-worth";

    @Autowired
    JdbcClient superuser;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${gateway.access.demo-key}")
    String key;

    private JdbcClient runner;

    @BeforeEach
    void migrate() {
        if (superuser
                .sql("select 1 from pg_database where datname = ?")
                .param(NAME)
                .query()
                .listOfRows()
                .isEmpty()) {
            for (var role : List.of(OWNER, RUNNER)) {
                superuser
                        .sql("create role %s login password '%s'".formatted(role, PASSWORD))
                        .update();
            }
            superuser.sql("create database %s owner %s".formatted(NAME, OWNER)).update();
        }
        Flyway.configure()
                .dataSource(address(), OWNER, PASSWORD)
                .placeholders(Map.of("runningRole", RUNNER, "auditRetentionMonths", "13"))
                .load()
                .migrate();
        runner = JdbcClient.create(new DriverManagerDataSource(address(), RUNNER, PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_events set outcome = 'success'",
                "delete from audit_events",
                "truncate audit_events",
                "drop table audit_events",
                "alter table audit_events disable trigger all",
                "alter table audit_events drop column hmac",
                "alter table audit_events detach partition %1$s",
                "select * from %1$s",
                "insert into %1$s (id, entry_id, kind, cluster, request_id, hmac) values (uuidv7(), uuidv7(), 'ended', 1, 'x', 'x')",
                "update %1$s set outcome = 'success'",
                "delete from %1$s",
                "truncate %1$s",
                "drop table %1$s",
                "alter table %1$s disable trigger all",
                "update audit_seals set events = 1",
                "delete from audit_seals",
                "truncate audit_seals",
                "drop table audit_seals",
                "alter table audit_seals disable trigger all",
                "drop trigger append_only on audit_events",
                "drop function audit_refuse() cascade",
                "create or replace function audit_retention() returns integer language sql immutable as 'select 0'",
                "select audit_make_month(current_date)",
                "set session_replication_role = replica",
                "create table audit_events_2000_01 (id uuid)",
                "alter table operations disable trigger all",
                "drop table audit_pseudonyms",
                "alter role %2$s superuser",
                "alter function audit_retention() owner to %2$s",
                "set role %3$s",
                "copy audit_events to program 'cat'",
                "insert into flyway_schema_history (installed_rank, description, type, script, installed_by, execution_time, success) values (99, '', 'SQL', 'x', 'x', 0, true)",
                "update flyway_schema_history set checksum = 0",
                "delete from flyway_schema_history"
            })
    void runningRoleIsDenied(String sql) {
        var partition = Tampering.partition(LocalDate.now(ZoneOffset.UTC));

        assertThatThrownBy(() -> runner.sql(sql.formatted(partition, RUNNER, OWNER))
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void runningRoleCannotShortenTheRetention() {
        assertThat(runner.sql("select * from audit_make_months(3)").query().listOfRows())
                .isEmpty();
        assertThat(runner.sql("select * from audit_drop_months(0)").query().listOfRows())
                .isEmpty();
        assertThat(runner.sql("select * from audit_drop_months(-99)").query().listOfRows())
                .isEmpty();
        assertThat(runner.sql("select count(*) from audit_months()")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(4);
    }

    /** The search path of the functions precedes the schema of the caller. */
    @Test
    void functionsOfTheOwnerHaveAFixedSearchPath() {
        var settings = JdbcClient.create(new DriverManagerDataSource(address(), OWNER, PASSWORD))
                .sql(
                        "select array_to_string(proconfig, ';') from pg_proc where proname in ('audit_make_months', 'audit_drop_months')")
                .query(String.class)
                .list();

        assertThat(settings)
                .hasSize(2)
                .allSatisfy(
                        setting -> assertThat(setting).contains("search_path=public, pg_temp", "lock_timeout=200ms"));
    }

    @Test
    void gatewayRunsWithTheAppendOnlyRole(CapturedOutput output) {
        var before = output.length();
        try (var context = new SpringApplicationBuilder(GatewayApplication.class)
                .profiles("sandbox")
                .run(
                        "--spring.datasource.url=" + address(),
                        "--spring.datasource.username=" + RUNNER,
                        "--spring.datasource.password=" + PASSWORD,
                        "--spring.flyway.enabled=false",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--db-scheduler.enabled=false",
                        "--gateway.access.demo-key=" + key)) {
            var port = context.getEnvironment().getRequiredProperty("local.server.port");
            assertThat(new GatewayClient("http://127.0.0.1:" + port, key)
                            .get("/api/v1/me", "X-Request-Id", "two-roles")
                            .status())
                    .isEqualTo(200);
            new AuditRows(runner).only("two-roles");
            context.getBean(MonthlyPartitions.class).maintain();
            var sealed = new SealedAuditLog(
                    runner,
                    context.getBean(AuditEventRepository.class),
                    context.getBean(Sealer.class),
                    context.getBean(Verifier.class));
            sealed.write(3, Instant.now());
            sealed.seal();

            assertThat(sealed.details()).isEmpty();
            assertThat(sealed.verify().events()).isGreaterThanOrEqualTo(4);
        }
        assertThat(output.toString().substring(before))
                .doesNotContain("the database role of the gateway owns the audit log");
    }

    @Test
    void gatewayThatOwnsTheAuditLogWarns(@Autowired MonthlyPartitions months, CapturedOutput output) {
        months.start();

        assertThat(output).contains("the database role of the gateway owns the audit log");
    }

    /** The JDBC URL without credentials. */
    private String address() {
        return url.replaceFirst("/\\w+(\\?.*)?$", "/" + NAME);
    }
}
