package io.leeloogateway.audit.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import io.leeloogateway.audit.AuditTest;
import io.leeloogateway.audit.store.AuditEvent;
import io.leeloogateway.audit.store.EventHmac;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Migration V008 renames columns, but the digest and the HMAC of existing events stay the same. */
@AuditTest
class StandardNamesMigrationIntegrationTests {

    private static final String NAME = "standard_names";
    private static final String FORMER_COLUMNS = SegmentReader.COLUMNS
            .replace(" action,", " operation,")
            .replace(" tags,", " about,")
            .replace("served_from,", "answered_from,")
            .replace(" hmac", " mac");

    @Autowired
    JdbcClient superuser;

    @Autowired
    EventHmac hmacs;

    @Autowired
    List<Task<?>> jobs;

    @Value("${spring.datasource.url}")
    String url;

    @Value("${spring.datasource.username}")
    String username;

    @Value("${spring.datasource.password}")
    String password;

    @Test
    void formerEventsKeepTheirDigestAndHmacAndJobsAreRenamed() {
        superuser.sql("drop database if exists " + NAME).update();
        superuser.sql("create database " + NAME).update();
        migrate("7");
        var database = JdbcClient.create(new DriverManagerDataSource(address(), username, password));
        var event = formerEvent();
        database.sql("""
                        insert into audit_events (id, entry_id, kind, cluster, request_id, client_id, operation, about, outcome, status, answered_from, mac)
                        values (:id, :id, 'ended', 1, 'former', 'cl_former', 'people.find', '{t:a}', 'refused', 403, 'copy', :hmac)""").param("id", event.id()).param("hmac", hmacs.of(event)).update();
        var digest = digest(database, FORMER_COLUMNS);
        for (var task :
                List.of("audit-months", "audit-sealer", "mirror-sweep", "operations-reconciler", "operations-sweep")) {
            database.sql(
                            "insert into scheduled_tasks values (:task, 'recurring', null, now(), false, null, null, null, 0, null, 1, 0)")
                    .param("task", task)
                    .update();
        }

        migrate("8");

        assertThat(digest(database, SegmentReader.COLUMNS)).isEqualTo(digest);
        assertThat(database.sql("select * from audit_events")
                        .query((row, _) -> hmacs.isValid(row))
                        .list())
                .containsExactly(true);
        assertThat(database.sql("select task_name from scheduled_tasks")
                        .query(String.class)
                        .list())
                .as("jobs that this version has, so that none is left over")
                .hasSize(5)
                .isSubsetOf(jobs.stream().map(Task::getName).toList());
    }

    private static AuditEvent formerEvent() {
        var id = SealedAuditLog.id(Instant.now());
        return new AuditEvent(
                id,
                id,
                AuditEvent.ENDED,
                new AuditEvent.Actor("former", "cl_former", null, null),
                new AuditEvent.Subject("people.find", null, List.of("t:a"), null),
                new AuditEvent.Result("refused", 403, null, null, "copy", null, null),
                1,
                null,
                null);
    }

    private static String digest(JdbcClient database, String columns) {
        return database.sql("select row(%s)::text from audit_events".formatted(columns))
                .query(String.class)
                .single();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(address(), username, password)
                .placeholders(Map.of("runningRole", "", "auditRetentionMonths", "13"))
                .target(target)
                .load()
                .migrate();
    }

    private String address() {
        return url.replaceFirst("/\\w+(\\?.*)?$", "/" + NAME);
    }
}
