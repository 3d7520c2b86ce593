package io.leeloogateway.operations.dispatch;

import static io.leeloogateway.fixtures.ScriptedLeeloo.Manner.ANSWERS;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Manner.HANGS_AMID_ITS_ANSWER;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Manner.HANGS_BEFORE_ANSWERING;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Manner.HANGS_BEFORE_APPLYING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
import io.leeloogateway.fixtures.SharedKeyCaller;
import io.leeloogateway.leeloo.http.FullBacklog;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real gateway is killed while changes are under way, ten at a time. A change counts as a run at that point if all ten had reached it,
 * or had been refused before, and its own caller had heard nothing when the process died; each point is struck until it has its runs.
 */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillAcceptanceTests {

    /** Where the process dies. */
    enum Point {
        BEFORE_THE_ROW,
        AFTER_THE_ROW,
        AFTER_IT_LEFT,
        AFTER_IT_WAS_APPLIED,
        AFTER_ITS_ANSWER,
        BEFORE_THE_CALLERS_ANSWER;

        /** What the ledger says after the restart; nothing where there is no row. */
        String outcome() {
            return switch (this) {
                case BEFORE_THE_ROW -> "";
                case AFTER_THE_ROW, AFTER_IT_LEFT, AFTER_IT_WAS_APPLIED, AFTER_ITS_ANSWER -> "unknown";
                case BEFORE_THE_CALLERS_ANSWER -> "applied";
            };
        }

        /** What the ledger says in the end; that a message is not in the chat proves nothing. */
        String outcome(WantedChange.Kind kind) {
            return switch (this) {
                case AFTER_THE_ROW, AFTER_IT_LEFT -> kind == WantedChange.Kind.TAG ? "not_applied" : "unknown";
                case AFTER_IT_WAS_APPLIED, AFTER_ITS_ANSWER -> "applied";
                case BEFORE_THE_ROW, BEFORE_THE_CALLERS_ANSWER -> outcome();
            };
        }

        long calls() {
            return this == BEFORE_THE_ROW || this == AFTER_THE_ROW ? 0 : 1;
        }
    }

    private static final int RUNS = 20;
    /** Changes that end the same copies commit one after another, so a kill hits few of them there. */
    private static final int RUNS_ONE_BY_ONE = 3;

    private static final int AT_ONCE = 10;
    private static final int MOST_STRIKES = 5;
    private static final Duration PROMISED = Duration.ofSeconds(60);
    private static final Duration AT_ONCE_BY_ANOTHER = Duration.ofSeconds(10);

    private static final String[] SETTINGS = {
        "--gateway.operations.pool-size=24",
        "--gateway.operations.reconciliations-per-minute=60",
        "--db-scheduler.polling-interval=100ms",
        "--db-scheduler.heartbeat-interval=1s"
    };

    private final Map<Point, List<WantedChange>> runs = new EnumMap<>(Point.class);
    private final Map<Point, Duration> slowest = new EnumMap<>(Point.class);
    private final Map<Point, Long> calls = new EnumMap<>(Point.class);
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
        gateway = gateway(leeloo.url());
        caller = SharedKeyCaller.knownTo(gateway);
        table.add("%-26s %4s %6s %-12s %s".formatted("killed", "runs", "calls", "then", "slowest after the restart"));
    }

    @AfterAll
    void stop() throws IOException {
        AcceptanceReport.print("kill", table);
        gateway.close();
        leeloo.close();
        postgres.close();
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource
    void nothingIsSentTwiceAndEveryOutcomeIsRight(Point point) throws Exception {
        var all = new ArrayList<WantedChange>();
        var wanted = point == Point.BEFORE_THE_CALLERS_ANSWER ? RUNS_ONE_BY_ONE : RUNS;
        for (var strikes = 0; all.size() < wanted; strikes++) {
            assertThat(strikes).as("strikes for %d runs", all.size()).isLessThan(MOST_STRIKES);
            all.addAll(strike(point, strikes));
        }
        runs.put(point, all);

        table.add("%-26s %4d %6d %-12s %.1f s"
                .formatted(
                        point,
                        all.size(),
                        calls.getOrDefault(point, 0L),
                        point.outcome().isEmpty() ? "no row" : point.outcome(),
                        slowest.getOrDefault(point, Duration.ZERO).toMillis() / 1000.0));
        assertThat(all).hasSizeGreaterThanOrEqualTo(wanted);
    }

    @Order(2)
    @Test
    void unknownOnesAreSettledWhereLeelooShowsIt() {
        var unsettled = runs.keySet().stream()
                .filter(point -> point.outcome().equals("unknown"))
                .toList();

        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> unsettled.forEach(point -> assertThat(runs.getOrDefault(point, List.of()))
                        .as(point.name())
                        .allSatisfy(wish -> assertThat(outcome(wish)).isEqualTo(point.outcome(wish.kind())))));

        for (var point : unsettled) {
            runs.getOrDefault(point, List.of()).forEach(this::repeatIsAnsweredRight);
            for (var kind : WantedChange.Kind.values()) {
                table.add("%-26s in the end a %s is %s".formatted(point, kind, point.outcome(kind)));
            }
        }
    }

    @Order(3)
    @Test
    void oneKeyIsSentOnceOverTwoInstances() {
        try (var other = gateway(leeloo.url())) {
            var wish = WantedChange.next(WantedChange.Kind.MESSAGE);

            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> caller.ask(i % 2 == 0 ? gateway : other, wish, wish.key() + "-" + i))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(leeloo.callsAbout(wish.about())).isEqualTo(1);
            assertThat(answers).allMatch(heard -> heard.status() == 202 || heard.status() == 409);
            assertThat(answers)
                    .filteredOn(heard -> heard.isSuccess() && !heard.replayed())
                    .hasSize(1);
        }
    }

    @Order(4)
    @Test
    void anotherInstanceSpeaksForTheDeadAtOnce() {
        try (var victim = gateway(leeloo.url())) {
            var wishes = WantedChange.fresh(AT_ONCE);
            leeloo.behave(HANGS_BEFORE_ANSWERING);
            askAll(victim, wishes);
            await().until(() -> wishes.stream().allMatch(wish -> leeloo.appliedTo(wish.about()) == 1));

            victim.kill();

            leeloo.behave(ANSWERS);
            var took = timeUntilNothingIsBeingSent(AT_ONCE_BY_ANOTHER, Instant.now());
            wishes.forEach(wish -> outcomeIs(wish, "unknown"));
            wishes.forEach(this::repeatIsAnsweredRight);
            table.add("another instance lives: unknown after %.1f s".formatted(took.toMillis() / 1000.0));
        }
    }

    /** Gives the changes that the kill hit just there. */
    private List<WantedChange> strike(Point point, int number) throws Exception {
        var wishes = WantedChange.fresh(AT_ONCE);
        List<CompletableFuture<SharedKeyCaller.Heard>> asked;
        if (point == Point.AFTER_THE_ROW) {
            gateway.close();
            try (var full = FullBacklog.open()) {
                gateway = gateway(full.url());
                asked = killAt(point, number, wishes);
            }
        } else {
            asked = killAt(point, number, wishes);
        }
        leeloo.behave(ANSWERS);
        var committed = committed();
        var restart = Instant.now();
        gateway = gateway(leeloo.url());
        var took = timeUntilNothingIsBeingSent(PROMISED, restart);
        slowest.merge(point, took, (one, other) -> one.compareTo(other) > 0 ? one : other);

        var hit = IntStream.range(0, AT_ONCE)
                .filter(i -> asked.get(i).isCompletedExceptionally())
                .mapToObj(wishes::get)
                .filter(wish -> point != Point.BEFORE_THE_CALLERS_ANSWER || committed.contains(wish.about()))
                .toList();
        for (var wish : hit) {
            assertThat(leeloo.callsAbout(wish.about())).as(wish.toString()).isEqualTo(point.calls());
            calls.merge(point, leeloo.callsAbout(wish.about()), Long::sum);
            outcomeIs(wish, point.outcome());
            repeatIsAnsweredRight(wish);
        }
        return hit;
    }

    private List<CompletableFuture<SharedKeyCaller.Heard>> killAt(Point point, int number, List<WantedChange> wishes)
            throws SQLException {
        return switch (point) {
            case BEFORE_THE_ROW -> {
                try (var _ = postgres.hold("lock table operations in exclusive mode")) {
                    var asked = askAll(gateway, wishes);
                    yield killOnce(asked, () -> postgres.waiting("Lock", "insert into operations ("));
                }
            }
            case AFTER_THE_ROW -> {
                var asked = askAll(gateway, wishes);
                yield killOnce(asked, () -> sending(wishes));
            }
            case AFTER_IT_LEFT -> {
                leeloo.behave(HANGS_BEFORE_APPLYING);
                var asked = askAll(gateway, wishes);
                yield killOnce(asked, () -> arrived(wishes));
            }
            case AFTER_IT_WAS_APPLIED -> {
                leeloo.behave(number % 2 == 0 ? HANGS_BEFORE_ANSWERING : HANGS_AMID_ITS_ANSWER);
                var asked = askAll(gateway, wishes);
                yield killOnce(asked, () -> applied(wishes));
            }
            case AFTER_ITS_ANSWER -> {
                var asked = askUntilApplied(wishes);
                try (var _ = postgres.hold("select 1 from operations where outcome = 'sending' for update")) {
                    leeloo.behave(ANSWERS);
                    yield killOnce(asked, () -> postgres.waiting("Lock", "update operations set outcome"));
                }
            }
            case BEFORE_THE_CALLERS_ANSWER -> {
                var asked = askUntilApplied(wishes);
                postgres.keepCommitsToItself(true);
                leeloo.behave(ANSWERS);
                killOnce(asked, () -> postgres.committing() > 0 ? AT_ONCE : 0);
                postgres.keepCommitsToItself(false);
                await().until(() -> postgres.committing() == 0);
                yield asked;
            }
        };
    }

    /** What their changes are about. */
    private Set<String> committed() {
        return new HashSet<>(database.sql("select target_id from operations where outcome = 'applied'")
                .query(String.class)
                .list());
    }

    private List<CompletableFuture<SharedKeyCaller.Heard>> askUntilApplied(List<WantedChange> wishes) {
        leeloo.behave(HANGS_BEFORE_ANSWERING);
        var asked = askAll(gateway, wishes);
        await().pollInterval(Duration.ofMillis(5)).until(() -> applied(wishes) == AT_ONCE);
        return asked;
    }

    private List<CompletableFuture<SharedKeyCaller.Heard>> askAll(GatewayProcess at, List<WantedChange> wishes) {
        return wishes.stream().map(wish -> caller.ask(at, wish, wish.key())).toList();
    }

    private List<CompletableFuture<SharedKeyCaller.Heard>> killOnce(
            List<CompletableFuture<SharedKeyCaller.Heard>> asked, Callable<Integer> there) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> there.call()
                                + asked.stream()
                                        .filter(CompletableFuture::isDone)
                                        .count()
                        >= AT_ONCE);
        gateway.kill();
        await().until(() -> asked.stream().allMatch(CompletableFuture::isDone));
        return asked;
    }

    private Duration timeUntilNothingIsBeingSent(Duration longest, Instant since) {
        await().atMost(longest.minus(Duration.between(since, Instant.now())))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> database.sql("select count(*) from operations where outcome = 'sending'")
                                .query(Integer.class)
                                .single()
                        == 0);
        return Duration.between(since, Instant.now());
    }

    private int arrived(List<WantedChange> wishes) {
        return Math.toIntExact(wishes.stream()
                .filter(wish -> leeloo.callsAbout(wish.about()) == 1)
                .count());
    }

    private int applied(List<WantedChange> wishes) {
        return Math.toIntExact(wishes.stream()
                .filter(wish -> leeloo.appliedTo(wish.about()) == 1)
                .count());
    }

    private int sending(List<WantedChange> wishes) {
        return Math.toIntExact(
                wishes.stream().filter(wish -> outcome(wish).equals("sending")).count());
    }

    /** It may have been settled already; then that it had been so before stands in its history. */
    private void outcomeIs(WantedChange wish, String expected) {
        var past = database.sql("select history from operations where idempotency_key = :key order by id desc limit 1")
                .param("key", wish.key())
                .query(String.class)
                .optional();
        if (expected.isEmpty()) {
            assertThat(past).as(wish.toString()).isEmpty();
        } else {
            assertThat(past)
                    .as(wish.toString())
                    .hasValueSatisfying(history ->
                            assertThat(history).startsWith("[{").contains("\"outcome\": \"" + expected + "\""));
        }
    }

    private void repeatIsAnsweredRight(WantedChange wish) {
        var standing = outcome(wish);
        var before = leeloo.callsAbout(wish.about());

        var heard = caller.ask(gateway, wish, wish.key() + "-again").join();

        if (standing.equals("unknown") && !outcome(wish).equals("unknown")) {
            return; // the reconciler was quicker than the question
        }
        var calls = leeloo.callsAbout(wish.about()) - before;
        switch (standing) {
            case "", "not_sent", "not_applied" -> {
                assertThat(heard)
                        .as(wish.toString())
                        .matches(SharedKeyCaller.Heard::isSuccess)
                        .matches(it -> !it.replayed());
                assertThat(calls).as(wish.toString()).isEqualTo(1);
            }
            case "applied" -> {
                assertThat(heard)
                        .as(wish.toString())
                        .matches(SharedKeyCaller.Heard::isSuccess)
                        .matches(SharedKeyCaller.Heard::replayed);
                assertThat(calls).as(wish.toString()).isZero();
            }
            case "unknown" -> {
                assertThat(heard.status()).as(wish.toString()).isEqualTo(409);
                assertThat(heard.problem()).isEqualTo("/problems/operation-unknown");
                assertThat(heard.outcome()).isEqualTo("unknown");
                assertThat(heard.body().path("operationId").asString("")).isNotEmpty();
                assertThat(calls).as(wish.toString()).isZero();
            }
            default -> throw new AssertionError(wish + " is " + standing);
        }
    }

    /** Of the last try; empty where there is no row. */
    private String outcome(WantedChange wish) {
        return database.sql("select outcome from operations where idempotency_key = :key order by id desc limit 1")
                .param("key", wish.key())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private GatewayProcess gateway(String leelooUrl) {
        return GatewayProcess.start(postgres, leelooUrl, SETTINGS);
    }
}
