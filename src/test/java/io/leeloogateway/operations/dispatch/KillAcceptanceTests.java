package io.leeloogateway.operations.dispatch;

import static io.leeloogateway.fixtures.ScriptedLeeloo.Behavior.HANGS_BEFORE_APPLYING;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Behavior.HANGS_BEFORE_RESPONDING;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Behavior.HANGS_DURING_RESPONSE;
import static io.leeloogateway.fixtures.ScriptedLeeloo.Behavior.RESPONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.leeloogateway.fixtures.AcceptanceReport;
import io.leeloogateway.fixtures.GatewayProcess;
import io.leeloogateway.fixtures.GatewayProcessClient;
import io.leeloogateway.fixtures.GatewayResponse;
import io.leeloogateway.fixtures.PostgresProcess;
import io.leeloogateway.fixtures.ScriptedLeeloo;
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
 * Kills a gateway process while ten changes are in flight, at several points of their way. A change counts as a run at a point if all ten
 * have reached the point or were refused before, and its caller has no response at the time of the kill; the kill is repeated until each
 * point has its runs.
 */
@Tag("acceptance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillAcceptanceTests {

    /** The point at which the process is killed. */
    enum Point {
        BEFORE_RECORD,
        AFTER_RECORD,
        AFTER_SEND,
        AFTER_APPLY,
        AFTER_RESPONSE,
        BEFORE_RESPONSE_TO_CALLER;

        /** The recorded outcome after the restart; empty without a record. */
        String outcome() {
            return switch (this) {
                case BEFORE_RECORD -> "";
                case AFTER_RECORD, AFTER_SEND, AFTER_APPLY, AFTER_RESPONSE -> "unknown";
                case BEFORE_RESPONSE_TO_CALLER -> "applied";
            };
        }

        /** The outcome after the reconciliation; the absence of a message is inconclusive. */
        String outcome(WantedChange.Kind kind) {
            return switch (this) {
                case AFTER_RECORD, AFTER_SEND -> kind == WantedChange.Kind.TAG ? "not_applied" : "unknown";
                case AFTER_APPLY, AFTER_RESPONSE -> "applied";
                case BEFORE_RECORD, BEFORE_RESPONSE_TO_CALLER -> outcome();
            };
        }

        long calls() {
            return this == BEFORE_RECORD || this == AFTER_RECORD ? 0 : 1;
        }
    }

    private static final int RUNS = 20;
    /** Changes with the same invalidations commit one after another, so a kill hits few of them at this point. */
    private static final int RUNS_IN_SEQUENCE = 3;

    private static final int CONCURRENT_CHANGES = 10;
    private static final int MAX_KILLS = 5;
    private static final Duration RECOVERY_AFTER_RESTART = Duration.ofSeconds(60);
    private static final Duration RECOVERY_BY_ANOTHER_INSTANCE = Duration.ofSeconds(10);

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
    private GatewayProcessClient caller;

    @BeforeAll
    void start() throws IOException, InterruptedException {
        postgres = PostgresProcess.start();
        database = postgres.database();
        leeloo = new ScriptedLeeloo();
        gateway = gateway(leeloo.url());
        caller = GatewayProcessClient.create(gateway);
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
    void noChangeIsSentTwiceAndEveryOutcomeIsCorrect(Point point) throws Exception {
        var all = new ArrayList<WantedChange>();
        var required = point == Point.BEFORE_RESPONSE_TO_CALLER ? RUNS_IN_SEQUENCE : RUNS;
        for (var kills = 0; all.size() < required; kills++) {
            assertThat(kills).as("kills for %d runs", all.size()).isLessThan(MAX_KILLS);
            all.addAll(kill(point, kills));
        }
        runs.put(point, all);

        table.add("%-26s %4d %6d %-12s %.1f s"
                .formatted(
                        point,
                        all.size(),
                        calls.getOrDefault(point, 0L),
                        point.outcome().isEmpty() ? "no record" : point.outcome(),
                        slowest.getOrDefault(point, Duration.ZERO).toMillis() / 1000.0));
        assertThat(all).hasSizeGreaterThanOrEqualTo(required);
    }

    @Order(2)
    @Test
    void unknownOperationsAreReconciledWhereLeelooShowsTheChange() {
        var reconciled = runs.keySet().stream()
                .filter(point -> point.outcome().equals("unknown"))
                .toList();

        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> reconciled.forEach(point -> assertThat(runs.getOrDefault(point, List.of()))
                        .as(point.name())
                        .allSatisfy(change -> assertThat(outcome(change)).isEqualTo(point.outcome(change.kind())))));

        for (var point : reconciled) {
            runs.getOrDefault(point, List.of()).forEach(this::assertRepeat);
            for (var kind : WantedChange.Kind.values()) {
                table.add("%-26s finally a %s is %s".formatted(point, kind, point.outcome(kind)));
            }
        }
    }

    @Order(3)
    @Test
    void oneKeyIsSentOnceByTwoInstances() {
        try (var other = gateway(leeloo.url())) {
            var change = WantedChange.next(WantedChange.Kind.MESSAGE);

            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> caller.send(i % 2 == 0 ? gateway : other, change, change.key() + "-" + i))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();

            assertThat(leeloo.callsFor(change.targetId())).isEqualTo(1);
            assertThat(answers).allMatch(reply -> reply.status() == 202 || reply.status() == 409);
            assertThat(answers)
                    .filteredOn(reply -> reply.isSuccess() && !reply.isReplay())
                    .hasSize(1);
        }
    }

    @Order(4)
    @Test
    void anotherInstanceRecoversOperationsOfADeadInstance() {
        try (var victim = gateway(leeloo.url())) {
            var changes = WantedChange.fresh(CONCURRENT_CHANGES);
            leeloo.behave(HANGS_BEFORE_RESPONDING);
            sendAll(victim, changes);
            await().until(() -> changes.stream().allMatch(change -> leeloo.appliedFor(change.targetId()) == 1));

            victim.kill();

            leeloo.behave(RESPONDS);
            var duration = awaitNoneSending(RECOVERY_BY_ANOTHER_INSTANCE, Instant.now());
            changes.forEach(change -> assertOutcome(change, "unknown"));
            changes.forEach(this::assertRepeat);
            table.add("with another instance: unknown after %.1f s".formatted(duration.toMillis() / 1000.0));
        }
    }

    /** Returns the changes that the kill hit at this point. */
    private List<WantedChange> kill(Point point, int number) throws Exception {
        var changes = WantedChange.fresh(CONCURRENT_CHANGES);
        List<CompletableFuture<GatewayResponse>> replies;
        if (point == Point.AFTER_RECORD) {
            gateway.close();
            try (var full = FullBacklog.open()) {
                gateway = gateway(full.url());
                replies = killAt(point, number, changes);
            }
        } else {
            replies = killAt(point, number, changes);
        }
        leeloo.behave(RESPONDS);
        var committed = committed();
        var restart = Instant.now();
        gateway = gateway(leeloo.url());
        var duration = awaitNoneSending(RECOVERY_AFTER_RESTART, restart);
        slowest.merge(point, duration, (one, other) -> one.compareTo(other) > 0 ? one : other);

        var hit = IntStream.range(0, CONCURRENT_CHANGES)
                .filter(i -> replies.get(i).isCompletedExceptionally())
                .mapToObj(changes::get)
                .filter(change -> point != Point.BEFORE_RESPONSE_TO_CALLER || committed.contains(change.targetId()))
                .toList();
        for (var change : hit) {
            assertThat(leeloo.callsFor(change.targetId())).as(change.toString()).isEqualTo(point.calls());
            calls.merge(point, leeloo.callsFor(change.targetId()), Long::sum);
            assertOutcome(change, point.outcome());
            assertRepeat(change);
        }
        return hit;
    }

    private List<CompletableFuture<GatewayResponse>> killAt(Point point, int number, List<WantedChange> changes)
            throws SQLException {
        return switch (point) {
            case BEFORE_RECORD -> {
                try (var _ = postgres.hold("lock table operations in exclusive mode")) {
                    var replies = sendAll(gateway, changes);
                    yield killWhen(replies, () -> postgres.waiting("Lock", "insert into operations ("));
                }
            }
            case AFTER_RECORD -> {
                var replies = sendAll(gateway, changes);
                yield killWhen(replies, () -> sending(changes));
            }
            case AFTER_SEND -> {
                leeloo.behave(HANGS_BEFORE_APPLYING);
                var replies = sendAll(gateway, changes);
                yield killWhen(replies, () -> arrived(changes));
            }
            case AFTER_APPLY -> {
                leeloo.behave(number % 2 == 0 ? HANGS_BEFORE_RESPONDING : HANGS_DURING_RESPONSE);
                var replies = sendAll(gateway, changes);
                yield killWhen(replies, () -> applied(changes));
            }
            case AFTER_RESPONSE -> {
                var replies = sendUntilApplied(changes);
                try (var _ = postgres.hold("select 1 from operations where outcome = 'sending' for update")) {
                    leeloo.behave(RESPONDS);
                    yield killWhen(replies, () -> postgres.waiting("Lock", "update operations set outcome"));
                }
            }
            case BEFORE_RESPONSE_TO_CALLER -> {
                var replies = sendUntilApplied(changes);
                postgres.suspendCommitAcknowledgement(true);
                leeloo.behave(RESPONDS);
                killWhen(replies, () -> postgres.committing() > 0 ? CONCURRENT_CHANGES : 0);
                postgres.suspendCommitAcknowledgement(false);
                await().until(() -> postgres.committing() == 0);
                yield replies;
            }
        };
    }

    /** The targets of applied changes. */
    private Set<String> committed() {
        return new HashSet<>(database.sql("select target_id from operations where outcome = 'applied'")
                .query(String.class)
                .list());
    }

    private List<CompletableFuture<GatewayResponse>> sendUntilApplied(List<WantedChange> changes) {
        leeloo.behave(HANGS_BEFORE_RESPONDING);
        var replies = sendAll(gateway, changes);
        await().pollInterval(Duration.ofMillis(5)).until(() -> applied(changes) == CONCURRENT_CHANGES);
        return replies;
    }

    private List<CompletableFuture<GatewayResponse>> sendAll(GatewayProcess at, List<WantedChange> changes) {
        return changes.stream()
                .map(change -> caller.send(at, change, change.key()))
                .toList();
    }

    private List<CompletableFuture<GatewayResponse>> killWhen(
            List<CompletableFuture<GatewayResponse>> replies, Callable<Integer> reached) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> reached.call()
                                + replies.stream()
                                        .filter(CompletableFuture::isDone)
                                        .count()
                        >= CONCURRENT_CHANGES);
        gateway.kill();
        await().until(() -> replies.stream().allMatch(CompletableFuture::isDone));
        return replies;
    }

    private Duration awaitNoneSending(Duration longest, Instant since) {
        await().atMost(longest.minus(Duration.between(since, Instant.now())))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> database.sql("select count(*) from operations where outcome = 'sending'")
                                .query(Integer.class)
                                .single()
                        == 0);
        return Duration.between(since, Instant.now());
    }

    private int arrived(List<WantedChange> changes) {
        return Math.toIntExact(changes.stream()
                .filter(change -> leeloo.callsFor(change.targetId()) == 1)
                .count());
    }

    private int applied(List<WantedChange> changes) {
        return Math.toIntExact(changes.stream()
                .filter(change -> leeloo.appliedFor(change.targetId()) == 1)
                .count());
    }

    private int sending(List<WantedChange> changes) {
        return Math.toIntExact(changes.stream()
                .filter(change -> outcome(change).equals("sending"))
                .count());
    }

    /** The outcome may be reconciled already; then the history contains the expected outcome. */
    private void assertOutcome(WantedChange change, String expected) {
        var past = database.sql("select history from operations where idempotency_key = :key order by id desc limit 1")
                .param("key", change.key())
                .query(String.class)
                .optional();
        if (expected.isEmpty()) {
            assertThat(past).as(change.toString()).isEmpty();
        } else {
            assertThat(past)
                    .as(change.toString())
                    .hasValueSatisfying(history ->
                            assertThat(history).startsWith("[{").contains("\"outcome\": \"" + expected + "\""));
        }
    }

    private void assertRepeat(WantedChange change) {
        var outcome = outcome(change);
        var before = leeloo.callsFor(change.targetId());

        var reply = caller.send(gateway, change, change.key() + "-again").join();

        if (outcome.equals("unknown") && !outcome(change).equals("unknown")) {
            return; // the reconciler was faster than the request
        }
        var calls = leeloo.callsFor(change.targetId()) - before;
        switch (outcome) {
            case "", "not_sent", "not_applied" -> {
                assertThat(reply)
                        .as(change.toString())
                        .matches(GatewayResponse::isSuccess)
                        .matches(it -> !it.isReplay());
                assertThat(calls).as(change.toString()).isEqualTo(1);
            }
            case "applied" -> {
                assertThat(reply)
                        .as(change.toString())
                        .matches(GatewayResponse::isSuccess)
                        .matches(GatewayResponse::isReplay);
                assertThat(calls).as(change.toString()).isZero();
            }
            case "unknown" -> {
                assertThat(reply.status()).as(change.toString()).isEqualTo(409);
                assertThat(reply.problem()).isEqualTo("operation-unknown");
                assertThat(reply.outcome()).isEqualTo("unknown");
                assertThat(reply.text("operationId")).isNotEmpty();
                assertThat(calls).as(change.toString()).isZero();
            }
            default -> throw new AssertionError(change + " is " + outcome);
        }
    }

    /** The outcome of the last operation with the key; empty without a record. */
    private String outcome(WantedChange change) {
        return database.sql("select outcome from operations where idempotency_key = :key order by id desc limit 1")
                .param("key", change.key())
                .query(String.class)
                .optional()
                .orElse("");
    }

    private GatewayProcess gateway(String leelooUrl) {
        return GatewayProcess.start(postgres, leelooUrl, SETTINGS);
    }
}
