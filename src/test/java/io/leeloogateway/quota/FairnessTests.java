package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.quota.QuotaExhausted.Reason;
import io.leeloogateway.quota.VirtualReplicas.Arrival;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.StartLimit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a virtual clock: who gets the next permit, and who hears at once that it gets none. */
class FairnessTests {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final List<String> MODEST = List.of("anna", "boris", "clara");

    private final VirtualReplicas gateway = new VirtualReplicas(2);
    private final Quota first = gateway.replicas.getFirst();

    @Test
    void floodOfOneClientDelaysNobodyWithinTheirShares() {
        var refused = new ArrayList<QuotaExhausted>();
        for (var step = 0; step < 18_000; step++) {
            var quota = gateway.replicas.get(step % 2);
            gateway.ask(quota, CallClass.INTERACTIVE_READ, "flood", 1, PATIENCE);
            if (step % 100 == 50) {
                MODEST.forEach(client -> gateway.ask(quota, CallClass.INTERACTIVE_READ, client, 1, PATIENCE)
                        .ifPresent(refused::add));
            }
            gateway.step();
        }
        gateway.elapse(PATIENCE);

        assertThat(refused).isEmpty();
        assertThat(MODEST)
                .allSatisfy(client -> assertThat(gateway.callsOf(client)).isEqualTo(180));
        assertThat(gateway.waitOf(MODEST, 0.95)).isLessThan(1000);
        assertThat(gateway.arrivals).hasSizeGreaterThan(95 * 900 / 100);
    }

    @Test
    void callStartsAtTheTurnOfTheReaderWhoComesFirst() {
        var call = waitBehindAFlood();
        gateway.elapse(Duration.ofSeconds(1));
        assertThat(call.permit()).isNotDone();

        first.scheduler().join(call, CallClass.INTERACTIVE_READ, new ClientShare("anna", 1));
        first.scheduler().join(call, CallClass.INTERACTIVE_READ, new ClientShare("anna", 1));
        assertThat(queuesOf(call)).isEqualTo(2);
        gateway.elapse(Duration.ofSeconds(1));

        assertThat(call.permit()).isCompleted();
        assertThat(queuesOf(call)).isZero();
    }

    @Test
    void callThatGivesUpLeavesTheQueuesOfAllItsReaders() {
        var call = waitBehindAFlood();
        first.scheduler().join(call, CallClass.BACKGROUND, new ClientShare("anna", 1));

        assertThat(first.scheduler().giveUp(call)).isTrue();
        first.scheduler().join(call, CallClass.BACKGROUND, new ClientShare("boris", 1));

        assertThat(call.permit()).isCompletedExceptionally();
        assertThat(queuesOf(call)).isZero();
    }

    /** Otherwise many readers of the same would make honest callers wait for nothing, and be refused as too late. */
    @Test
    void callOfManyReadersCountsOnce() {
        var call = waitBehindAFlood();
        var waiting = first.scheduler().<Integer>inspect((queue, _) -> queue.size());

        MODEST.forEach(client -> first.scheduler().join(call, CallClass.BACKGROUND, new ClientShare(client, 1)));

        assertThat(queuesOf(call)).isEqualTo(4);
        assertThat(first.scheduler().<Integer>inspect((queue, _) -> queue.size()))
                .isEqualTo(waiting);
        assertThat(first.report().waiting().get(CallClass.BACKGROUND.rank())).isOne();
    }

    @Test
    void pauseRefusesACallForAllItsReaders() {
        var call = waitBehindAFlood();
        first.scheduler().join(call, CallClass.INTERACTIVE_READ, new ClientShare("anna", 1));

        first.scheduler().throttle(gateway.millis() * 1_000_000, Duration.ofHours(2));

        assertThat(call.permit()).isCompletedExceptionally();
        assertThat(queuesOf(call)).isZero();
    }

    /** A call of the gateway's own, which the calls of the flood precede. */
    private WaitingCall waitBehindAFlood() {
        flood(CallClass.INTERACTIVE_READ, "flood", Duration.ofSeconds(90));
        var deadline =
                new Deadline(Duration.ofMillis(gateway.millis()).plusHours(1).toNanos());
        return first.scheduler().submit(CallClass.BACKGROUND, ClientShare.GATEWAY, new StartLimit(deadline));
    }

    private long queuesOf(WaitingCall call) {
        return first.scheduler()
                .inspect((queue, _) ->
                        queue.calls().stream().filter(call::isSameCall).count());
    }

    @Test
    void sharesFollowTheWeights() {
        for (var step = 0; step < 18_000; step++) {
            gateway.ask(gateway.replicas.get(step % 2), CallClass.INTERACTIVE_READ, "light", 1, PATIENCE);
            gateway.ask(gateway.replicas.get(step % 2), CallClass.INTERACTIVE_READ, "heavy", 3, PATIENCE);
            gateway.step();
        }

        var ratio = (double) gateway.callsOf("heavy") / gateway.callsOf("light");
        assertThat(ratio).isBetween(2.5, 3.5);
    }

    @Test
    void changesPrecedeReadsAndTheGatewaysOwnWork() {
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofSeconds(90));
        gateway.arrivals.clear();

        gateway.ask(first, CallClass.BACKGROUND, "gateway", 1, PATIENCE);
        gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "shop", 1, PATIENCE);
        gateway.elapse(Duration.ofSeconds(1));

        assertThat(gateway.waitOf(List.of("shop"), 1)).isLessThan(500);
        assertThat(gateway.callsOf("gateway")).isZero();
    }

    @Test
    void changesOfOneClientDelayNoReadsOfOthersWithinTheirShares() {
        flood(CallClass.INTERACTIVE_CHANGE, "flood", Duration.ofSeconds(90));
        var refused = new ArrayList<QuotaExhausted>();
        for (var second = 0; second < 60; second++) {
            for (var call = 0; call < 48; call++) {
                gateway.ask(
                        gateway.replicas.get(call % 2),
                        CallClass.INTERACTIVE_CHANGE,
                        "flood",
                        1,
                        Duration.ofSeconds(28));
            }
            var quota = gateway.replicas.get(second % 2);
            MODEST.forEach(client -> gateway.ask(quota, CallClass.INTERACTIVE_READ, client, 1, Duration.ofSeconds(4))
                    .ifPresent(refused::add));
            gateway.elapse(Duration.ofSeconds(1));
        }
        gateway.elapse(PATIENCE);

        assertThat(refused).isEmpty();
        assertThat(MODEST)
                .allSatisfy(client -> assertThat(gateway.callsOf(client)).isEqualTo(60));
        assertThat(gateway.waitOf(MODEST, 0.95)).isLessThan(1500);
    }

    /** The forecast counts the head start of a client's changes once, and not as long as it has some. */
    @Test
    void changesOfManyClientsRefuseNoReadsOfOthersWithinTheirShares() {
        var refused = new ArrayList<QuotaExhausted>();
        for (var second = 0; second < 150; second++) {
            for (var client = 0; client < 12; client++) {
                for (var call = 0; call < 4; call++) {
                    gateway.ask(
                            gateway.replicas.get(call % 2),
                            CallClass.INTERACTIVE_CHANGE,
                            "flood-" + client,
                            1,
                            Duration.ofSeconds(28));
                }
            }
            if (second >= 90 && second % 5 == 0) {
                var quota = gateway.replicas.get(second % 2);
                gateway.ask(quota, CallClass.INTERACTIVE_READ, "anna", 1, PATIENCE)
                        .ifPresent(refused::add);
                gateway.ask(quota, CallClass.INTERACTIVE_CHANGE, "boris", 5, PATIENCE)
                        .ifPresent(refused::add);
            }
            gateway.elapse(Duration.ofSeconds(1));
        }
        gateway.elapse(PATIENCE);

        assertThat(refused).isEmpty();
        assertThat(List.of("anna", "boris"))
                .allSatisfy(client -> assertThat(gateway.callsOf(client)).isEqualTo(12));
    }

    /** The forecast gives the head start to changes, and not to the reads that wait behind them. */
    @Test
    void changesAmongManyReadsRefuseNoReadsOfOthersWithinTheirShares() {
        var refused = new ArrayList<QuotaExhausted>();
        for (var second = 0; second < 150; second++) {
            for (var client = 0; client < 12; client++) {
                gateway.ask(first, CallClass.INTERACTIVE_READ, "flood-" + client, 1, Duration.ofSeconds(28));
                if (second >= 90 && second % 10 == 0) {
                    gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "flood-" + client, 1, Duration.ofSeconds(28));
                }
            }
            if (second >= 90 && second % 10 == 0) {
                gateway.ask(first, CallClass.INTERACTIVE_READ, "anna", 1, PATIENCE)
                        .ifPresent(refused::add);
            }
            gateway.elapse(Duration.ofSeconds(1));
        }
        gateway.elapse(PATIENCE);

        assertThat(refused).isEmpty();
        assertThat(gateway.callsOf("anna")).isEqualTo(6);
    }

    /** A client with a change each five seconds, and a read of what it changed. */
    @Test
    void callsBelowAShareHardlyWaitForClientsThatAskForMoreThanTheirs() {
        for (var second = 0; second < 150; second++) {
            for (var client = 0; client < 6; client++) {
                var callClass =
                        (second / 10 + client) % 2 == 0 ? CallClass.INTERACTIVE_CHANGE : CallClass.INTERACTIVE_READ;
                gateway.ask(first, callClass, "flood-" + client, 1, PATIENCE);
                gateway.ask(first, CallClass.INTERACTIVE_READ, "flood-" + client, 1, PATIENCE);
            }
            if (second >= 90 && second % 5 == 0) {
                var before = gateway.callsOf("modest");
                gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "modest", 1, PATIENCE);
                while (gateway.callsOf("modest") == before) {
                    gateway.step();
                }
                gateway.ask(first, CallClass.INTERACTIVE_READ, "modest", 1, PATIENCE);
            }
            gateway.elapse(Duration.ofSeconds(1));
        }
        gateway.elapse(PATIENCE);

        assertThat(gateway.callsOf("modest")).isEqualTo(24);
        assertThat(gateway.waitOf(List.of("modest"), 1)).isLessThan(1000);
    }

    /** The queue is empty between the bursts: for moments, and for seconds. */
    @ParameterizedTest
    @CsvSource({"4,6", "4,8", "4,12", "5,7", "5,9", "6,10", "6,12", "8,12"})
    void readsBelowAShareHardlyWaitForBurstsOfChanges(int changes, int period) {
        for (var tenth = 0; tenth < 3_000; tenth++) {
            for (var call = 0; tenth % (10 * period) == 0 && call < 6 * changes; call++) {
                gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "flood-" + call % 6, 1, Duration.ofSeconds(28));
            }
            if (tenth >= 900 && tenth % 19 == 0) {
                gateway.ask(first, CallClass.INTERACTIVE_READ, "modest", 1, PATIENCE);
            }
            gateway.elapse(Duration.ofMillis(100));
        }
        gateway.elapse(PATIENCE);

        assertThat(gateway.callsOf("modest")).isEqualTo(110);
        assertThat(gateway.waitOf(List.of("modest"), 0.5)).isLessThan(1_000);
        assertThat(gateway.waitOf(List.of("modest"), 1)).isLessThan(2_000);
    }

    /** Each client's burst comes when the one before has started. */
    @Test
    void readsBelowAShareHardlyWaitForBurstsOneAfterTheOther() {
        for (var tenth = 0; tenth < 3_000; tenth++) {
            for (var call = 0; tenth % 6 == 0 && call < 3; call++) {
                gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "flood-" + tenth / 6 % 12, 1, Duration.ofSeconds(28));
            }
            if (tenth >= 900 && tenth % 31 == 0) {
                gateway.ask(first, CallClass.INTERACTIVE_READ, "modest", 1, PATIENCE);
            }
            gateway.elapse(Duration.ofMillis(100));
        }
        gateway.elapse(PATIENCE);

        assertThat(gateway.callsOf("modest")).isEqualTo(67);
        assertThat(gateway.waitOf(List.of("modest"), 1)).isLessThan(1_500);
    }

    @ParameterizedTest
    @CsvSource({"500,4", "1500,1"})
    void burstOfAClientCountsUntilNoCallHasWaitedForASecond(int idleMillis, int callsOfOthersBefore) {
        flood(CallClass.INTERACTIVE_READ, "other", Duration.ofSeconds(90));
        gateway.elapse(Duration.ofSeconds(10));
        for (var call = 0; call < 10; call++) {
            gateway.ask(first, CallClass.INTERACTIVE_READ, "burst", 1, PATIENCE);
        }
        while (gateway.callsOf("burst") < 10) {
            gateway.step();
        }
        gateway.elapse(Duration.ofMillis(idleMillis));
        gateway.arrivals.clear();

        first.scheduler().throttle(gateway.nanos.get(), Duration.ofSeconds(1));
        for (var call = 0; call < 5; call++) {
            gateway.ask(first, CallClass.INTERACTIVE_READ, "other", 1, PATIENCE);
        }
        gateway.ask(first, CallClass.INTERACTIVE_READ, "burst", 1, PATIENCE);
        gateway.elapse(PATIENCE);

        assertThat(gateway.arrivals.stream().map(Arrival::client).toList().indexOf("burst"))
                .isEqualTo(callsOfOthersBefore);
    }

    /** The changes have two calls to spare, a head start of three, and perhaps the last call. */
    @Test
    void changesOneAfterTheOtherTakeNoMoreThanTheirShare() {
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofSeconds(90));
        gateway.arrivals.clear();
        for (var asked = 0; gateway.millis() % 100_000 < 99_000; gateway.step()) {
            if (asked == gateway.callsOf("shop")) {
                gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "shop", 1, PATIENCE);
                asked++;
            }
            gateway.ask(first, CallClass.INTERACTIVE_READ, "reader", 1, PATIENCE);
        }

        assertThat(gateway.callsOf("shop")).isLessThanOrEqualTo(gateway.callsOf("reader") + 6);
    }

    @Test
    void changesOfAClientPrecedeItsReads() {
        flood(CallClass.INTERACTIVE_READ, "shop", Duration.ofSeconds(90));
        gateway.arrivals.clear();

        for (var call = 0; call < 8; call++) {
            gateway.ask(gateway.replicas.get(call % 2), CallClass.INTERACTIVE_CHANGE, "shop", 1, PATIENCE);
        }
        gateway.elapse(Duration.ofSeconds(1));

        assertThat(gateway.arrivals.subList(0, 4))
                .allSatisfy(call -> assertThat(call.callClass()).isEqualTo(CallClass.INTERACTIVE_CHANGE));
    }

    @Test
    void agedSynchronizationIsServedNowAndThen() {
        for (var call = 0; call < 20; call++) {
            gateway.ask(first, CallClass.SYNCHRONIZATION, "sync", 1, Duration.ofMinutes(5));
        }
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofMinutes(3));

        assertThat(gateway.callsOf("sync")).isEqualTo(20);
        assertThat(gateway.callsOf("sync")).isLessThan(gateway.callsOf("reader") / 10);
    }

    @Test
    void synchronizationLeavesRoomForCallersWhoNeedNineTenths() {
        askEvenly("reader-alone", Duration.ofMinutes(4));
        for (var call = 0; call < 500; call++) {
            gateway.ask(first, CallClass.SYNCHRONIZATION, "sync", 1, Duration.ofHours(1));
        }
        askEvenly("reader-beside", Duration.ofMinutes(4));

        assertThat(gateway.waitOf(List.of("reader-beside"), 0.95))
                .isLessThanOrEqualTo(gateway.waitOf(List.of("reader-alone"), 0.95) + 20);
        assertThat(gateway.callsOf("sync")).isGreaterThan(60);
    }

    /** Nine tenths of the limit. */
    private void askEvenly(String client, Duration time) {
        for (var call = 0; call < time.toSeconds() * 9 / 2; call++) {
            gateway.ask(gateway.replicas.get(call % 2), CallClass.INTERACTIVE_READ, client, 1, PATIENCE);
            gateway.elapse(Duration.ofNanos(1_000_000_000L * 2 / 9));
        }
    }

    @Test
    void lateCallIsRefusedAtOnceWithTheTimeUntilItCouldStart() {
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofSeconds(90));
        gateway.elapse(PATIENCE);
        var asked = gateway.millis();
        while (gateway.ask(first, CallClass.INTERACTIVE_READ, "reader", 1, Duration.ofSeconds(60))
                .isEmpty()) {}
        var refusal = gateway.ask(first, CallClass.INTERACTIVE_READ, "reader", 1, PATIENCE);

        assertThat(gateway.millis()).isEqualTo(asked);
        assertThat(refusal).hasValueSatisfying(late -> {
            assertThat(late.reason()).isEqualTo(Reason.USED_UP);
            assertThat(late.retryAfter()).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(75));
        });
        gateway.arrivals.clear();
        gateway.elapse(refusal.orElseThrow().retryAfter().plusSeconds(3));
        assertThat(gateway.ask(first, CallClass.INTERACTIVE_READ, "reader", 1, Duration.ofSeconds(2)))
                .isEmpty();
    }

    @Test
    void fullQueueRefusesTheLongestQueue() {
        gateway.elapse(Duration.ofSeconds(2));
        first.scheduler().throttle(gateway.nanos.get(), Duration.ofSeconds(20));
        for (var call = 0; call < 1_000; call++) {
            gateway.ask(first, CallClass.INTERACTIVE_READ, "flood", 1, Duration.ofMinutes(9));
        }

        assertThat(gateway.ask(first, CallClass.INTERACTIVE_READ, "anna", 1, Duration.ofMinutes(9)))
                .isEmpty();
        assertThat(gateway.ask(first, CallClass.INTERACTIVE_READ, "flood", 1, Duration.ofMinutes(9)))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.QUEUE_FULL));
    }

    @Test
    void fullQueueOfChangesRefusesTheirClient() {
        gateway.elapse(Duration.ofSeconds(2));
        first.scheduler().throttle(gateway.nanos.get(), Duration.ofSeconds(20));
        gateway.ask(first, CallClass.INTERACTIVE_READ, "anna", 1, Duration.ofMinutes(9));
        for (var call = 0; call < 1_000; call++) {
            gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "flood", 1, Duration.ofMinutes(9));
        }

        assertThat(gateway.ask(first, CallClass.INTERACTIVE_READ, "anna", 1, Duration.ofMinutes(9)))
                .isEmpty();
        gateway.elapse(Duration.ofMinutes(1));
        assertThat(gateway.callsOf("anna")).isEqualTo(2);
    }

    @Test
    void slowReadsOfOneClientLeaveConnectionsForOthers() {
        gateway.hang("slow");
        for (var call = 0; call < 110; call++) {
            gateway.ask(first, CallClass.INTERACTIVE_READ, "slow", 1, PATIENCE);
        }
        gateway.elapse(Duration.ofSeconds(5));

        gateway.ask(first, CallClass.INTERACTIVE_READ, "anna", 1, PATIENCE);
        gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "slow", 1, PATIENCE);
        gateway.elapse(Duration.ofSeconds(1));

        assertThat(gateway.callsOf("anna")).isEqualTo(1);
        assertThat(gateway.callsOf("slow")).isEqualTo(12 + 1);
    }

    /** One after the other, so that the first ones find all connections free. */
    @Test
    void slowCallsOfManyClientsLeaveConnectionsForOthers() {
        for (var number = 0; number < 7; number++) {
            var slow = "slow" + number;
            gateway.hang(slow);
            for (var call = 0; call < 12; call++) {
                gateway.ask(first, CallClass.INTERACTIVE_READ, slow, 1, PATIENCE);
                gateway.ask(first, CallClass.INTERACTIVE_CHANGE, slow, 1, PATIENCE);
            }
            gateway.elapse(Duration.ofSeconds(5));
        }

        assertThat(gateway.ask(first, CallClass.INTERACTIVE_READ, "anna", 1, Duration.ofSeconds(2)))
                .isEmpty();
        assertThat(gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "boris", 1, Duration.ofSeconds(2)))
                .isEmpty();
        gateway.elapse(Duration.ofSeconds(1));

        assertThat(gateway.callsOf("anna")).isEqualTo(1);
        assertThat(gateway.callsOf("boris")).isEqualTo(1);
        assertThat(IntStream.range(0, 7).mapToLong(number -> gateway.callsOf("slow" + number)))
                .containsExactly(12 + 6L, 4 + 2L, 4 + 2L, 4 + 2L, 2L, 2L, 2L);
    }

    @Test
    void slowChangesOfOneClientDelayNobodyElse() {
        gateway.hang("slow");
        for (var call = 0; call < 60; call++) {
            gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "slow", 1, Duration.ofSeconds(28));
        }
        gateway.elapse(Duration.ofSeconds(5));

        assertThat(gateway.ask(first, CallClass.INTERACTIVE_READ, "anna", 1, Duration.ofSeconds(2)))
                .isEmpty();
        assertThat(gateway.ask(first, CallClass.INTERACTIVE_CHANGE, "boris", 1, Duration.ofSeconds(2)))
                .isEmpty();
        gateway.elapse(Duration.ofSeconds(1));

        assertThat(gateway.waitOf(List.of("anna", "boris"), 1)).isLessThan(1000);
        assertThat(gateway.callsOf("slow")).isEqualTo(6);
    }

    @Test
    void throttlingPausesAllReplicasAndHalvesThePace() {
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofSeconds(90));
        gateway.arrivals.clear();
        first.scheduler().throttle(gateway.nanos.get(), Duration.ofSeconds(20));
        gateway.elapse(Duration.ofMillis(300));
        gateway.arrivals.clear();

        assertThat(gateway.ask(gateway.replicas.getLast(), CallClass.INTERACTIVE_READ, "reader", 1, PATIENCE))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.PAUSED));
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofSeconds(19));
        assertThat(gateway.arrivals).isEmpty();
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofSeconds(20));
        assertThat(gateway.arrivals).hasSizeBetween(30, 75);
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofMinutes(3));
        gateway.arrivals.clear();
        flood(CallClass.INTERACTIVE_READ, "reader", Duration.ofMinutes(1));
        assertThat(gateway.arrivals).hasSizeGreaterThan(280);
    }

    private void flood(CallClass callClass, String client, Duration time) {
        for (var end = gateway.millis() + time.toMillis(); gateway.millis() < end; ) {
            gateway.replicas.forEach(quota -> gateway.ask(quota, callClass, client, 1, PATIENCE));
            for (var step = 0; step < 5; step++) {
                gateway.step();
            }
        }
    }
}
