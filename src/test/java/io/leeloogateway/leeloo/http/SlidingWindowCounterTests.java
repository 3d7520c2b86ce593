package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlidingWindowCounterTests {

    private final AtomicLong now = new AtomicLong(1_800_000_000);
    private final SlidingWindowCounter counter = new SlidingWindowCounter(now::get);

    @Test
    void eventsCountForSixtySeconds() {
        counter.count();
        counter.count();
        now.addAndGet(59);
        counter.count();

        assertThat(counter.total()).isEqualTo(3);

        now.incrementAndGet();

        assertThat(counter.total()).isOne();
    }

    @Test
    void countIsZeroAfterAMinuteWithoutEvents() {
        for (var second = 0; second < 200; second++) {
            counter.count();
            now.incrementAndGet();
        }
        assertThat(counter.total()).isEqualTo(59);

        now.addAndGet(600);

        assertThat(counter.total()).isZero();
    }
}
