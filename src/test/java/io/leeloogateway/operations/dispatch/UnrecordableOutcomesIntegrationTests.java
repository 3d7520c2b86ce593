package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.leeloogateway.fixtures.ChangeClient;
import io.leeloogateway.operations.OperationTableRows;
import io.leeloogateway.operations.OperationsTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database rejects the ends of some changes. */
@OperationsTest
class UnrecordableOutcomesIntegrationTests {

    private static final Duration LIMIT = Duration.ofSeconds(8);

    @Autowired
    JdbcClient database;

    @Autowired
    InstanceId instance;

    @LocalServerPort
    int port;

    @Value("${gateway.access.demo-key}")
    String demoKey;

    ChangeClient client;
    OperationTableRows rows;

    @BeforeEach
    void setUp() {
        client = new ChangeClient("http://127.0.0.1:" + port, demoKey);
        rows = new OperationTableRows(database);
    }

    @AfterEach
    void acceptAgain() {
        database.sql("drop function if exists reject_end() cascade").update();
        database.sql("drop sequence if exists attempts").update();
    }

    @ParameterizedTest
    @CsvSource({"54000", "22001", "23514", "42501", "P0001", "XX000"})
    void rejectedOutcomeEndsAsUnknownWithTheReason(String sqlState) {
        reject("operations", "update", "new.outcome = 'applied'", sqlState);

        var reply = client.comment("Called");

        assertThat(reply.status()).as(reply.body()).isEqualTo(502);
        assertThat(reply.outcome()).isEqualTo("unknown");
        assertThat(reply.json().path("retryable").asBoolean()).isFalse();
        var recorded = client.operation(reply.operationId());
        assertThat(recorded.outcome()).isEqualTo("unknown");
        assertThat(recorded.text("evidence")).contains("cannot be recorded", sqlState);
        assertThat(recorded.json().path("history").size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"40001", "40P01", "55P03", "57014"})
    void passingFailureIsRetried(String sqlState) {
        reject("operations", "update", "new.outcome = 'applied'", sqlState);
        var reply = client.comment("Called");
        assertThat(client.outcome(reply.operationId())).isIn("sending", "unknown");

        acceptAgain();

        await().atMost(LIMIT).until(() -> client.outcome(reply.operationId()).equals("applied"));
    }

    /** A sequence also counts what is rolled back. */
    @Test
    void retriesLogOneStackTrace() {
        database.sql("create sequence attempts").update();
        reject("operations", "update", "new.outcome = 'applied' and nextval('attempts') > 0", "40001");
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger("io.leeloogateway.operations.dispatch");
        logger.addAppender(lines);

        var reply = client.comment("Called");
        await().atMost(LIMIT).until(() -> attempts() > 3);
        logger.detachAppender(lines);
        acceptAgain();

        assertThat(lines.list)
                .filteredOn(line ->
                        line.getFormattedMessage().matches(".*" + reply.operationId() + ".*cannot be recorded.*"))
                .singleElement()
                .satisfies(line -> assertThat(line.getThrowableProxy()).isNotNull());
        await().atMost(LIMIT).until(() -> client.outcome(reply.operationId()).equals("applied"));
    }

    private long attempts() {
        return database.sql("select last_value from attempts").query(Long.class).single();
    }

    @Test
    void operationEndsAlsoWhereTheAuditLogRejectsItsEnd() {
        reject("audit_events", "insert", "new.kind = 'ended' and new.operation_id is not null", "54000");

        var reply = client.comment("Called");

        await().atMost(LIMIT).until(() -> client.outcome(reply.operationId()).equals("unknown"));
        assertThat(client.operation(reply.operationId()).text("evidence")).contains("54000");
    }

    @Test
    void orphanThatCannotBeFinishedDoesNotHoldUpOthers() {
        var odd = rows.sending("odd", UUID.randomUUID(), Instant.now());
        reject("operations", "update", "new.client_id = 'odd'", "54000");

        var orphan = rows.sending("demo", UUID.randomUUID(), Instant.now());
        var own = rows.sending("demo", instance.id(), Instant.now());

        await().atMost(LIMIT).until(() -> client.outcome(orphan.toString()).equals("unknown"));
        await().atMost(LIMIT).until(() -> client.outcome(own.toString()).equals("not_sent"));
        assertThat(rows.row(odd.toString()).outcome().value()).isEqualTo("sending");
    }

    @Test
    void orphanEndsAlsoWhereTheAuditLogRejectsItsEnd() {
        reject("audit_events", "insert", "new.kind = 'ended' and new.client_id = 'demo'", "23514");
        var lost = client.comment("Called", "X-Sandbox-Fault", "cut-after-apply");
        database.sql("update operations set outcome = 'sending', instance_id = ? where id = ?")
                .param(UUID.randomUUID())
                .param(UUID.fromString(lost.operationId()))
                .update();

        await().atMost(LIMIT).until(() -> client.outcome(lost.operationId()).equals("unknown"));
    }

    private void reject(String table, String event, String condition, String sqlState) {
        database.sql("""
                create function reject_end() returns trigger as 'begin raise exception using errcode = ''%s''; end' language plpgsql;
                create trigger reject_end before %s on %s for each row when (%s) execute function reject_end()""".formatted(sqlState, event, table, condition)).update();
    }
}
