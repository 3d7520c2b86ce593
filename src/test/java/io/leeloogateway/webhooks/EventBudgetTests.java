package io.leeloogateway.webhooks;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EventBudgetTests {

    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(30).toNanos());
    private final EventBudget budget = new EventBudget(1_000, 60, nanos::get);

    @Test
    void capacityIsAvailableAtOnce() {
        budget.take(600);
        budget.take(400);

        assertRefused(1, Duration.ofSeconds(1));
    }

    @Test
    void bytesComeBackSteadily() {
        budget.take(1_000);

        pass(Duration.ofSeconds(61));

        assertRefused(62, Duration.ofSeconds(1));
        budget.take(61);
        assertRefused(1, Duration.ofSeconds(1));
    }

    @Test
    void refusedEventTakesNothing() {
        budget.take(900);

        assertRefused(101, Duration.ofSeconds(1));

        assertThatNoException().isThrownBy(() -> budget.take(100));
    }

    @Test
    void noMoreThanTheCapacityComesBack() {
        budget.take(1);

        pass(Duration.ofDays(1));

        assertRefused(1_001, Duration.ofSeconds(1));
        budget.take(1_000);
    }

    @Test
    void refillMakesTheCapacityAvailable() {
        budget.take(1_000);

        budget.refill();

        assertThatNoException().isThrownBy(() -> budget.take(1_000));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void assertRefused(long bytes, Duration retryAfter) {
        assertThatExceptionOfType(TooManyEvents.class)
                .isThrownBy(() -> budget.take(bytes))
                .matches(e ->
                        e.retryAfter().orElseThrow().minus(retryAfter).abs().toMillis() == 0);
    }
}
