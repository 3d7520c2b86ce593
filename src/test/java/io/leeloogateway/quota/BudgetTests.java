package io.leeloogateway.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a virtual clock: no window of Leeloo's ever has more calls than its limit, whatever happens to replicas, database and clocks. */
class BudgetTests {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final VirtualReplicas gateway = new VirtualReplicas(2);

    @Test
    void floodUsesTheWholeBudgetAndNoMore() {
        flood(Duration.ofMinutes(5));

        assertThat(gateway.busiestWindow()).isLessThanOrEqualTo(300);
        assertThat(gateway.arrivals).hasSizeGreaterThan(1440);
        System.out.println(gateway.arrivals.size() + " " + gateway.busiestWindow());
        for (var s = 0; s < 300; s += 10) {
            var from = gateway.arrivals.getFirst().atMillis() + s * 1000L;
            System.out.print(
                    gateway.arrivals.stream()
                                    .filter(a -> a.atMillis() >= from && a.atMillis() < from + 10_000)
                                    .count() + " ");
        }
    }

    private void flood(Duration time) {
        var random = new Random(1);
        for (var end = gateway.millis() + time.toMillis(); gateway.millis() < end; ) {
            if (random.nextInt(10) < 5) {
                var quota = gateway.replicas.get(random.nextInt(gateway.replicas.size()));
                gateway.ask(quota, CallClass.INTERACTIVE_READ, "shop", 1, PATIENCE);
            }
            gateway.step();
        }
    }
}
