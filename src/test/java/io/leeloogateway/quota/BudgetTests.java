package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a virtual clock: no window of Leeloo's ever has more calls than its limit, whatever happens to replicas, database and clocks. */
class BudgetTests {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MINUTES = 5;

    private final Random random = new Random(17);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void floodUsesTheWholeBudgetAndNoMore(int replicas) {
        var gateway = new VirtualReplicas(replicas);

        flood(gateway, _ -> {});

        assertThat(gateway.busiestWindow()).isLessThanOrEqualTo(VirtualReplicas.LIMIT);
        assertThat(gateway.arrivals).hasSizeGreaterThan(95 * MINUTES * VirtualReplicas.LIMIT / 100);
    }

    @Test
    void afterABurstTheRestOfTheMinuteIsEven() {
        var gateway = new VirtualReplicas(2);

        flood(gateway, _ -> {});

        var start = gateway.arrivals.getFirst().atMillis();
        for (var second = 20; second < 290; second += 10) {
            var from = start + second * 1000L;
            assertThat(gateway.arrivals)
                    .filteredOn(call -> call.atMillis() >= from && call.atMillis() < from + 10_000)
                    .hasSizeBetween(20, 60);
        }
    }

    @Test
    void deadReplicaAndItsSuccessorsDoNotAddToTheBudget() {
        var gateway = new VirtualReplicas(2);

        flood(gateway, second -> {
            if (second % 50 == 20) {
                gateway.kill(gateway.replicas.getFirst());
                gateway.add();
            }
        });

        assertThat(gateway.busiestWindow()).isLessThanOrEqualTo(VirtualReplicas.LIMIT);
        assertThat(gateway.arrivals).hasSizeGreaterThan(500);
    }

    @Test
    void stoppedReplicasAndTheirSuccessorsUseTheWholeBudget() {
        var gateway = new VirtualReplicas(2);

        flood(gateway, second -> {
            if (second % 40 == 20) {
                gateway.stop(gateway.replicas.getFirst());
                gateway.add();
            }
        });

        assertThat(gateway.busiestWindow()).isLessThanOrEqualTo(VirtualReplicas.LIMIT);
        assertThat(gateway.arrivals).hasSizeGreaterThan(90 * MINUTES * VirtualReplicas.LIMIT / 100);
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600_000, -3_600_000, 61_000, -1})
    void jumpingClockOfTheDatabaseFreesNothing(long jump) {
        var gateway = new VirtualReplicas(2);

        flood(gateway, second -> {
            if (second % 7 == 3) {
                gateway.store.moveClock(jump);
            }
        });

        assertThat(gateway.busiestWindow()).isLessThanOrEqualTo(VirtualReplicas.LIMIT);
        assertThat(gateway.arrivals).hasSizeGreaterThan(90 * MINUTES * VirtualReplicas.LIMIT / 100);
    }

    @Test
    void replicasGoOnWithTheirSharesWhileTheDatabaseIsAway() {
        var gateway = new VirtualReplicas(3);

        flood(gateway, second -> gateway.store.setAway(second > 70 && second < 230));

        assertThat(gateway.busiestWindow()).isLessThanOrEqualTo(VirtualReplicas.LIMIT);
        var start = gateway.arrivals.getFirst().atMillis();
        assertThat(gateway.arrivals)
                .filteredOn(call -> call.atMillis() > start + 140_000 && call.atMillis() < start + 200_000)
                .hasSizeGreaterThan(150);
    }

    @Test
    void databaseThatComesAndGoesFreesNothing() {
        var gateway = new VirtualReplicas(3);

        flood(gateway, second -> gateway.store.setAway(second % 11 > 4));

        assertThat(gateway.busiestWindow()).isLessThanOrEqualTo(VirtualReplicas.LIMIT);
    }

    /** Twice the budget for some minutes; the consumer disturbs the gateway in each second. */
    private void flood(VirtualReplicas gateway, IntConsumer disturbance) {
        for (var second = 0; second < MINUTES * 60; second++) {
            disturbance.accept(second);
            for (var step = 0; step < 100; step++) {
                if (step % 10 == 0) {
                    var quota = gateway.replicas.get(random.nextInt(gateway.replicas.size()));
                    gateway.ask(quota, CallClass.INTERACTIVE_READ, "shop", 1, PATIENCE);
                }
                gateway.step();
            }
        }
    }
}
