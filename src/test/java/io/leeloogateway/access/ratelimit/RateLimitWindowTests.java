package io.leeloogateway.access.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitWindowTests {

    private static final int LIMIT = 10;

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final ArrayDeque<Optional<QuotaLease>> leases = new ArrayDeque<>();
    private final RateLimitWindow window = new RateLimitWindow(now::get);

    @Test
    void leaseIsUsedUpBeforeAnotherIsTaken() {
        leases.addAll(List.of(lease(2, 8, 60), lease(2, 6, 50)));

        assertThat(take()).isEqualTo(new RateLimitStatus(true, LIMIT, 9, Duration.ofSeconds(60)));
        assertThat(take().remaining()).isEqualTo(8);
        assertThat(leases).hasSize(1);
        assertThat(take()).isEqualTo(new RateLimitStatus(true, LIMIT, 7, Duration.ofSeconds(50)));
    }

    @Test
    void usedUpWindowRefusesWithoutAskingUntilItEnds() {
        leases.addAll(List.of(lease(1, 0, 30), lease(1, 9, 60)));

        assertThat(take().granted()).isTrue();
        pass(Duration.ofSeconds(10));
        assertThat(take()).isEqualTo(new RateLimitStatus(false, LIMIT, 0, Duration.ofSeconds(20)));
        pass(Duration.ofSeconds(20).minusNanos(1));
        assertThat(take().granted()).isFalse();
        assertThat(leases).hasSize(1);

        pass(Duration.ofNanos(1));
        assertThat(take()).isEqualTo(new RateLimitStatus(true, LIMIT, 9, Duration.ofSeconds(60)));
    }

    @Test
    void leaseEndsWithItsWindow() {
        leases.addAll(List.of(lease(5, 5, 60), lease(1, 0, 60)));

        take();
        pass(Duration.ofSeconds(60));

        assertThat(take().remaining()).isZero();
    }

    @Test
    void higherLimitCountsInTheMiddleOfTheWindow() {
        leases.addAll(List.of(lease(1, 0, 60), lease(1, 4, 40)));
        take();
        assertThat(take().granted()).isFalse();

        assertThat(take(15, 1)).isEqualTo(new RateLimitStatus(true, 15, 4, Duration.ofSeconds(40)));
    }

    @Test
    void limitThatWasReadLastCountsWhicheverKeyComes() {
        leases.addAll(List.of(lease(1, 9, 60), lease(3, 0, 60)));

        var limits = Stream.of(take(LIMIT, 1), take(5, 2), take(LIMIT, 1), take(5, 2));

        assertThat(limits).extracting(RateLimitStatus::limit).containsExactly(LIMIT, 5, 5, 5);
    }

    @Test
    void withoutDatabaseTheRestOfTheWindowIsCountedAlone() {
        leases.addAll(List.of(lease(1, 3, 60), Optional.empty()));
        take();
        pass(Duration.ofSeconds(15));

        var alone = List.of(take(), take(), take(), take());

        assertThat(alone).extracting(RateLimitStatus::granted).containsExactly(true, true, true, false);
        assertThat(alone.getLast().rest()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void withoutDatabaseANewWindowIsCountedAlone() {
        leases.addAll(List.of(Optional.empty()));

        for (var i = 0; i < LIMIT; i++) {
            assertThat(take().granted()).isTrue();
        }

        assertThat(take()).isEqualTo(new RateLimitStatus(false, LIMIT, 0, Duration.ofSeconds(60)));
    }

    private RateLimitStatus take() {
        return take(LIMIT, 0);
    }

    private RateLimitStatus take(int limit, long readAt) {
        return window.take(limit, readAt, _ -> leases.remove());
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Optional<QuotaLease> lease(int granted, int left, int seconds) {
        return Optional.of(new QuotaLease(granted, left, Duration.ofSeconds(seconds)));
    }
}
