package io.leeloogateway.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.audit.AuditProperties;
import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks that answered requests have an audit entry after a kill, a stop and an outage of the database under load. */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditKillAcceptanceTests {

    /** A kind of database outage. */
    enum Outage {
        STOPPED,
        FROZEN
    }

    private static final int ROUNDS = 3;
    private static final int RATE = 200;
    private static final int ENOUGH = 3 * RATE;
    private static final int FEW = 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    /** The documented bound is 100 ms; the rest allows for a busy machine. The report shows the measured value. */
    private static final Duration WINDOW = Duration.ofSeconds(1);

    /** The deadline is two seconds; the rest allows for a busy machine. */
    private static final Duration REJECTION_LIMIT = Duration.ofSeconds(5);

    private final List<String> table = new ArrayList<>();
    private PostgresProcess postgres;
    private ScriptedLeeloo leeloo;
    private JdbcClient database;
    private String key;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        postgres = PostgresProcess.start();
        database = postgres.database();
        leeloo = new ScriptedLeeloo();
        try (var gateway = gateway("grouped")) {
            key = GatewayProcessClient.create(gateway).key();
        }
        table.add("%-26s %8s %8s %8s %s".formatted("audit log", "answered", "entries", "lost", "last loss before end"));
    }

    @AfterAll
    void stop() throws IOException {
        AcceptanceReport.print("audit log", table);
        leeloo.close();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource(AuditProperties.Reads.class)
    void killLosesNoChangeAndOnlyRecentReads(AuditProperties.Reads reads) {
        for (var round = 0; round < ROUNDS; round++) {
            try (var gateway = gateway(reads.name());
                    var load = AuditLoad.mixed(gateway, key, RATE)) {
                awaitTraffic(load);
                var killed = Instant.now();
                gateway.kill();
                load.stop();
                await().atMost(TIMEOUT).until(load::isOver);
                await().until(() -> postgres.connected() == 0);

                var lost = lost(load);
                report("kill -9, " + reads, load, lost, killed);
                assertThat(begun(load)).containsAll(changesSentToLeeloo(load));
                switch (reads) {
                    case GROUPED ->
                        assertThat(lost).allMatch(answer -> answer.at().isAfter(killed.minus(WINDOW)));
                    case AWAIT -> assertThat(lost).isEmpty();
                }
            }
        }
    }

    @Test
    void everyAnsweredRequestHasAnEntryAfterAnOrderlyStop() {
        for (var round = 0; round < ROUNDS; round++) {
            try (var gateway = gateway("grouped");
                    var load = AuditLoad.mixed(gateway, key, RATE)) {
                awaitTraffic(load);
                var stopped = Instant.now();
                gateway.terminate();
                load.stop();
                await().atMost(TIMEOUT).until(load::isOver);

                report("SIGTERM", load, lost(load), stopped);
                assertThat(lost(load)).isEmpty();
                assertThat(load.answers()).anyMatch(answer -> answer.at().isAfter(stopped));
            }
        }
    }

    /** The cache is in the database, too: without it reads are rejected within their deadline of two seconds. */
    @ParameterizedTest
    @EnumSource
    void readsRejectedWithoutPostgresAreRecordedLater(Outage outage) {
        try (var gateway = gateway("grouped");
                var load = AuditLoad.ofReads(gateway, key, RATE)) {
            await().atMost(TIMEOUT).until(() -> load.answered(200) >= ENOUGH);
            begin(outage);
            var away = Instant.now();
            List<AuditLoad.Answered> meanwhile;
            try {
                await().atMost(TIMEOUT).until(() -> sent(load, away).size() >= ENOUGH);
                meanwhile = sent(load, away);
            } finally {
                end(outage);
            }
            var then = load.answered(200);
            await().atMost(TIMEOUT).until(() -> load.answered(200) >= then + ENOUGH);
            load.stop();
            await().atMost(TIMEOUT).until(load::isOver);

            await().atMost(TIMEOUT).until(() -> lost(load).isEmpty());
            report("PostgreSQL " + outage, load, lost(load), Instant.now());
            assertThat(meanwhile).allSatisfy(answer -> {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.duration()).isLessThan(REJECTION_LIMIT);
            });
        }
    }

    /** Answered requests that were sent after the moment. */
    private static List<AuditLoad.Answered> sent(AuditLoad load, Instant after) {
        return load.answers().stream()
                .filter(answer -> answer.at().minus(answer.duration()).isAfter(after))
                .toList();
    }

    private static void awaitTraffic(AuditLoad load) {
        await().atMost(TIMEOUT).until(() -> load.answered(200) >= ENOUGH && load.answered(204) >= FEW);
    }

    private void begin(Outage outage) {
        switch (outage) {
            case STOPPED -> postgres.stop();
            case FROZEN -> postgres.freeze();
        }
    }

    private void end(Outage outage) {
        switch (outage) {
            case STOPPED -> postgres.startAgain();
            case FROZEN -> postgres.thaw();
        }
    }

    /** Answered requests without an entry. No request may have two entries. */
    private List<AuditLoad.Answered> lost(AuditLoad load) {
        var entries = entries(load);
        assertThat(entries.values()).allMatch(number -> number == 1);
        return load.answers().stream()
                .filter(answer -> !entries.containsKey(answer.requestId()))
                .toList();
    }

    private Map<String, Long> entries(AuditLoad load) {
        return database.sql("""
                        select request_id, count(distinct entry_id) from audit_events
                        where request_id like ? group by request_id""").param(load.run() + "%").query().listOfRows().stream()
                .collect(Collectors.toMap(row -> (String) row.get("request_id"), row -> (Long) row.get("count")));
    }

    private Set<String> begun(AuditLoad load) {
        return new HashSet<>(
                database.sql("select request_id from audit_events where kind = 'begun' and request_id like ?")
                        .param(load.run() + "%")
                        .query(String.class)
                        .list());
    }

    private Set<String> changesSentToLeeloo(AuditLoad load) {
        var changes = leeloo.seen().stream()
                .map(ScriptedLeeloo.ReceivedChange::requestId)
                .filter(id -> id.startsWith(load.run()))
                .collect(Collectors.toSet());
        assertThat(changes).isNotEmpty();
        return changes;
    }

    private void report(String what, AuditLoad load, List<AuditLoad.Answered> lost, Instant end) {
        table.add("%-26s %8d %8d %8d %s"
                .formatted(
                        what,
                        load.answers().size(),
                        entries(load).size(),
                        lost.size(),
                        lost.stream()
                                .map(answer ->
                                        Duration.between(answer.at(), end).toMillis())
                                .max(Long::compare)
                                .map(millis -> millis + " ms")
                                .orElse("-")));
    }

    private GatewayProcess gateway(String reads) {
        return GatewayProcess.start(
                postgres, leeloo.url(), "--gateway.audit.reads=" + reads, "--gateway.lifecycle.drain-delay=1s");
    }
}
