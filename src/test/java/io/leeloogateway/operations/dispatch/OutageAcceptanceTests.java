package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL fails and recovers under a load of changes and reads on one gateway. */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageAcceptanceTests {

    /** A failure of PostgreSQL. */
    enum Failure {
        STOPPED,
        FROZEN,
        CRASHED_AND_RESTARTED
    }

    private static final int CHANGES_BEFORE = 90;
    private static final int CHANGES_DURING_FAILURE = 8 * MixedLoad.CHANGES_PER_SECOND;
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    /** 500 ms for the record, the rest for a busy machine. */
    private static final Duration REFUSAL_P99 = Duration.ofMillis(700);

    private static final Duration MAX_REFUSAL_TIME = Duration.ofSeconds(3);

    private final List<String> table = new ArrayList<>();
    private PostgresProcess postgres;
    private ScriptedLeeloo leeloo;
    private JdbcClient database;
    private GatewayProcess gateway;
    private GatewayProcessClient caller;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        postgres = PostgresProcess.start();
        database = postgres.database();
        leeloo = new ScriptedLeeloo();
        gateway = GatewayProcess.start(postgres, leeloo.url());
        caller = GatewayProcessClient.create(gateway);
        table.add("%-22s %7s %8s %8s %6s %8s %8s %10s %9s %10s"
                .formatted(
                        "PostgreSQL",
                        "changes",
                        "applied",
                        "not_sent",
                        "other",
                        "p99 ms",
                        "max ms",
                        "recovered",
                        "finished",
                        "reads ok"));
    }

    @AfterAll
    void stop() throws IOException {
        AcceptanceReport.print("outage", table);
        gateway.close();
        leeloo.close();
        postgres.close();
    }

    @ParameterizedTest
    @EnumSource
    void noChangeIsSentWithoutItsRecord(Failure failure) {
        Instant back;
        Instant recovered;
        List<MixedLoad.Completed> changes;
        List<MixedLoad.Completed> reads;
        try (var load = new MixedLoad(caller, () -> gateway)) {
            await().until(() -> load.changes().size() >= CHANGES_BEFORE);
            startFailure(failure);
            var sent = load.sent();
            await().atMost(Duration.ofSeconds(20)).until(() -> load.sent() >= sent + CHANGES_DURING_FAILURE);
            endFailure(failure);
            var since = Instant.now();
            await().atMost(RECOVERY).until(() -> load.firstAppliedAfter(since).isPresent());
            back = since;
            recovered = load.firstAppliedAfter(since).orElseThrow();
            var then = load.changes().size();
            await().until(() -> load.changes().size() >= then + CHANGES_BEFORE);
            load.stopSending();
            await().atMost(Duration.ofSeconds(45)).until(load::isCompleted);
            changes = load.changes();
            reads = load.reads();
        }
        var finished = awaitNoneSending();
        report(failure, changes, reads, Duration.between(back, recovered), finished);

        assertThat(callsWithoutRecord()).isEmpty();
        assertThat(changes).allMatch(change -> change.isApplied() || change.isRefused());
        assertThat(changes.stream().filter(MixedLoad.Completed::isRefused))
                .noneMatch(refused -> leeloo.callsFor(refused.targetId()) > 0)
                .allSatisfy(refused -> assertThat(refused.duration()).isLessThan(MAX_REFUSAL_TIME));
        assertThat(percentile(changes, MixedLoad.Completed::isRefused, 99)).isLessThan(REFUSAL_P99);
    }

    private void startFailure(Failure failure) {
        switch (failure) {
            case STOPPED -> postgres.stop();
            case FROZEN -> postgres.freeze();
            case CRASHED_AND_RESTARTED -> {
                postgres.crash();
                postgres.startAgain();
            }
        }
    }

    private void endFailure(Failure failure) {
        switch (failure) {
            case STOPPED -> postgres.startAgain();
            case FROZEN -> postgres.thaw();
            case CRASHED_AND_RESTARTED -> {}
        }
    }

    /** Calls to Leeloo whose request has no operation. */
    private List<ScriptedLeeloo.ReceivedChange> callsWithoutRecord() {
        var recorded = database
                .sql("select request_id, started_at from operations")
                .query((row, _) -> row.getString("request_id"))
                .list()
                .stream()
                .collect(Collectors.toSet());
        return leeloo.seen().stream()
                .filter(call -> !recorded.contains(call.requestId()))
                .toList();
    }

    private Duration awaitNoneSending() {
        var since = Instant.now();
        await().atMost(RECOVERY)
                .until(() -> database.sql("select count(*) from operations where outcome = 'sending'")
                                .query(Integer.class)
                                .single()
                        == 0);
        return Duration.between(since, Instant.now());
    }

    private void report(
            Failure failure,
            List<MixedLoad.Completed> changes,
            List<MixedLoad.Completed> reads,
            Duration recovered,
            Duration finished) {
        var applied = changes.stream().filter(MixedLoad.Completed::isApplied).count();
        var refused = changes.stream().filter(MixedLoad.Completed::isRefused).count();
        table.add("%-22s %7d %8d %8d %6d %8d %8d %8.1f s %7.1f s %6d/%d"
                .formatted(
                        failure,
                        changes.size(),
                        applied,
                        refused,
                        changes.size() - applied - refused,
                        percentile(changes, MixedLoad.Completed::isRefused, 99).toMillis(),
                        percentile(changes, _ -> true, 100).toMillis(),
                        recovered.toMillis() / 1000.0,
                        finished.toMillis() / 1000.0,
                        reads.stream().filter(MixedLoad.Completed::isApplied).count(),
                        reads.size()));
        changes.stream()
                .filter(change -> !change.isApplied() && !change.isRefused())
                .map(MixedLoad.Completed::toString)
                .distinct()
                .limit(5)
                .forEach(table::add);
    }

    private static Duration percentile(
            List<MixedLoad.Completed> requests, Predicate<MixedLoad.Completed> filter, int percent) {
        var sorted = requests.stream()
                .filter(filter)
                .map(MixedLoad.Completed::duration)
                .sorted()
                .toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
    }
}
