package io.leeloogateway.leeloo.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlidingWindowCounterTests {

    private final AtomicLong now = new AtomicLong(1_800_000_000);
    private final SlidingWindowCounter last = new SlidingWindowCounter(now::get);

    @Test
    void whatHappenedCountsForSixtySeconds() {
        last.count();
        last.count();
        now.addAndGet(59);
        last.count();

        assertThat(last.total()).isEqualTo(3);

        now.incrementAndGet();

        assertThat(last.total()).isOne();
    }

    @Test
    void aMinuteOfSilenceForgetsAll() {
        for (var second = 0; second < 200; second++) {
            last.count();
            now.incrementAndGet();
        }
        assertThat(last.total()).isEqualTo(59);

        now.addAndGet(600);

        assertThat(last.total()).isZero();
    }
}
