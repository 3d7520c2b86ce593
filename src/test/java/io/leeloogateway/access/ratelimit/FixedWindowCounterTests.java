package io.leeloogateway.access.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FixedWindowCounterTests {

    private final FixedWindowCounter counter = new FixedWindowCounter(2);

    @Test
    void limitIsUsedUpByItsLastEvent() {
        assertThat(counter.isUsedUp("a")).isFalse();
        assertThat(counter.tryAcquire("a")).isTrue();
        assertThat(counter.isUsedUp("a")).isFalse();
        assertThat(counter.tryAcquire("a")).isTrue();

        assertThat(counter.isUsedUp("a")).isTrue();
        assertThat(counter.tryAcquire("a")).isFalse();
        assertThat(counter.isUsedUp("b")).isFalse();
    }

    @Test
    void releasedEventMakesRoom() {
        counter.tryAcquire("a");
        counter.tryAcquire("a");

        counter.release("a");

        assertThat(counter.isUsedUp("a")).isFalse();
    }
}
