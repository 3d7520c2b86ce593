package io.leeloogateway.operations.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import io.leeloogateway.fixtures.SharedKeyCaller;
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

/** PostgreSQL goes away and comes back under a load of changes and reads; one gateway lives through all of it. */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageAcceptanceTests {

    /** What befalls PostgreSQL. */
    enum Trouble {
        STOPPED,
        FROZEN,
        CRASHED_AND_RESTARTED
    }

    private static final int ASKED_BEFORE = 90;
    private static final int ASKED_MEANWHILE = 8 * MixedLoad.CHANGES_A_SECOND;
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    /** 500 ms for the row, the rest for a busy machine. */
    private static final Duration USUALLY = Duration.ofMillis(700);

    private static final Duration AT_MOST = Duration.ofSeconds(3);

    private final List<String> table = new ArrayList<>();
    private PostgresProcess postgres;
    private ScriptedLeeloo leeloo;
    private JdbcClient database;
    private GatewayProcess gateway;
    private SharedKeyCaller caller;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        postgres = PostgresProcess.start();
        database = postgres.database();
        leeloo = new ScriptedLeeloo();
        gateway = GatewayProcess.start(postgres, leeloo.url());
        caller = SharedKeyCaller.knownTo(gateway);
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
                        "settled",
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
    void noChangeGoesOutWithoutItsRow(Trouble trouble) {
        Instant back;
        Instant recovered;
        List<MixedLoad.Answered> changes;
        List<MixedLoad.Answered> reads;
        try (var load = new MixedLoad(caller, gateway)) {
            await().until(() -> load.changes().size() >= ASKED_BEFORE);
            begin(trouble);
            var asked = load.asked();
            await().atMost(Duration.ofSeconds(20)).until(() -> load.asked() >= asked + ASKED_MEANWHILE);
            end(trouble);
            var since = Instant.now();
            await().atMost(RECOVERY).until(() -> load.firstAppliedAfter(since).isPresent());
            back = since;
            recovered = load.firstAppliedAfter(since).orElseThrow();
            var then = load.changes().size();
            await().until(() -> load.changes().size() >= then + ASKED_BEFORE);
            load.askNoMore();
            await().atMost(Duration.ofSeconds(45)).until(load::isAnswered);
            changes = load.changes();
            reads = load.reads();
        }
        var settled = timeUntilNothingIsBeingSent();
        report(trouble, changes, reads, Duration.between(back, recovered), settled);

        assertThat(callsWithoutARow()).isEmpty();
        assertThat(changes).allMatch(change -> change.isApplied() || change.isRefused());
        assertThat(changes.stream().filter(MixedLoad.Answered::isRefused))
                .noneMatch(refused -> leeloo.callsAbout(refused.about()) > 0)
                .allSatisfy(refused -> assertThat(refused.took()).isLessThan(AT_MOST));
        assertThat(percentile(changes, MixedLoad.Answered::isRefused, 99)).isLessThan(USUALLY);
    }

    private void begin(Trouble trouble) {
        switch (trouble) {
            case STOPPED -> postgres.stop();
            case FROZEN -> postgres.freeze();
            case CRASHED_AND_RESTARTED -> {
                postgres.crash();
                postgres.startAgain();
            }
        }
    }

    private void end(Trouble trouble) {
        switch (trouble) {
            case STOPPED -> postgres.startAgain();
            case FROZEN -> postgres.thaw();
            case CRASHED_AND_RESTARTED -> {}
        }
    }

    /** A row that is committed after its call would have begun after it, too: its time is taken before it is written. */
    private List<ScriptedLeeloo.Seen> callsWithoutARow() {
        var begun = database
                .sql("select request_id, started_at from operations")
                .query((row, _) -> row.getString("request_id"))
                .list()
                .stream()
                .collect(Collectors.toSet());
        return leeloo.seen().stream()
                .filter(call -> !begun.contains(call.requestId()))
                .toList();
    }

    private Duration timeUntilNothingIsBeingSent() {
        var since = Instant.now();
        await().atMost(RECOVERY)
                .until(() -> database.sql("select count(*) from operations where outcome = 'sending'")
                                .query(Integer.class)
                                .single()
                        == 0);
        return Duration.between(since, Instant.now());
    }

    private void report(
            Trouble trouble,
            List<MixedLoad.Answered> changes,
            List<MixedLoad.Answered> reads,
            Duration recovered,
            Duration settled) {
        var applied = changes.stream().filter(MixedLoad.Answered::isApplied).count();
        var refused = changes.stream().filter(MixedLoad.Answered::isRefused).count();
        table.add("%-22s %7d %8d %8d %6d %8d %8d %8.1f s %7.1f s %6d/%d"
                .formatted(
                        trouble,
                        changes.size(),
                        applied,
                        refused,
                        changes.size() - applied - refused,
                        percentile(changes, MixedLoad.Answered::isRefused, 99).toMillis(),
                        percentile(changes, _ -> true, 100).toMillis(),
                        recovered.toMillis() / 1000.0,
                        settled.toMillis() / 1000.0,
                        reads.stream().filter(MixedLoad.Answered::isApplied).count(),
                        reads.size()));
        changes.stream()
                .filter(change -> !change.isApplied() && !change.isRefused())
                .map(MixedLoad.Answered::toString)
                .distinct()
                .limit(5)
                .forEach(table::add);
    }

    private static Duration percentile(
            List<MixedLoad.Answered> answers, Predicate<MixedLoad.Answered> which, int percent) {
        var sorted = answers.stream()
                .filter(which)
                .map(MixedLoad.Answered::took)
                .sorted()
                .toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) * percent / 100);
    }
}
