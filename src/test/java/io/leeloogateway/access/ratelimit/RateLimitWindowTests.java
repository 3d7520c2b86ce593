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
    void leaseIsUsedUpBeforeTheNextIsAcquired() {
        leases.addAll(List.of(lease(2, 8, 60), lease(2, 6, 50)));

        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(true, LIMIT, 9, Duration.ofSeconds(60), false));
        assertThat(tryAcquire().remaining()).isEqualTo(8);
        assertThat(leases).hasSize(1);
        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(true, LIMIT, 7, Duration.ofSeconds(50), false));
    }

    @Test
    void usedUpWindowRejectsWithoutLeasesUntilItEnds() {
        leases.addAll(List.of(lease(1, 0, 30), lease(1, 9, 60)));

        assertThat(tryAcquire().allowed()).isTrue();
        advance(Duration.ofSeconds(10));
        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(false, LIMIT, 0, Duration.ofSeconds(20), false));
        advance(Duration.ofSeconds(20).minusNanos(1));
        assertThat(tryAcquire().allowed()).isFalse();
        assertThat(leases).hasSize(1);

        advance(Duration.ofNanos(1));
        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(true, LIMIT, 9, Duration.ofSeconds(60), false));
    }

    @Test
    void clientThatIgnoresRefusalsIsRecognised() {
        leases.addAll(List.of(lease(1, 0, 60), lease(1, 9, 60)));
        tryAcquire();

        for (var refusal = 1; refusal <= 60; refusal++) {
            assertThat(tryAcquire().ignoresRefusals()).isFalse();
        }
        assertThat(tryAcquire().ignoresRefusals()).isTrue();

        advance(Duration.ofSeconds(60));
        assertThat(tryAcquire().ignoresRefusals()).isFalse();
    }

    @Test
    void laterRequestsPayForACharge() {
        leases.addAll(List.of(lease(2, 8, 60), lease(2, 6, 60), lease(2, 4, 60)));
        tryAcquire();

        window.charge(3);

        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(true, LIMIT, 5, Duration.ofSeconds(60), false));
        assertThat(leases).isEmpty();
    }

    @Test
    void chargeIsPaidInTheNextWindowIfThisOneIsUsedUp() {
        leases.addAll(List.of(lease(1, 0, 30), lease(2, 8, 60), lease(2, 6, 60)));
        tryAcquire();
        window.charge(2);
        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(false, LIMIT, 0, Duration.ofSeconds(30), false));

        advance(Duration.ofSeconds(30));

        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(true, LIMIT, 7, Duration.ofSeconds(60), false));
    }

    @Test
    void chargesOfMoreThanAWindowEndWithTheNextOne() {
        leases.addAll(List.of(lease(10, 0, 60), lease(10, 0, 60), lease(10, 0, 60)));
        tryAcquire();
        window.charge(1_000_000);
        assertThat(tryAcquire().allowed()).isFalse();

        advance(Duration.ofSeconds(60));
        assertThat(tryAcquire().allowed()).isTrue();
    }

    @Test
    void leaseEndsWithItsWindow() {
        leases.addAll(List.of(lease(5, 5, 60), lease(1, 0, 60)));

        tryAcquire();
        advance(Duration.ofSeconds(60));

        assertThat(tryAcquire().remaining()).isZero();
    }

    @Test
    void higherLimitTakesEffectWithinTheWindow() {
        leases.addAll(List.of(lease(1, 0, 60), lease(1, 4, 40)));
        tryAcquire();
        assertThat(tryAcquire().allowed()).isFalse();

        assertThat(tryAcquire(15, 1)).isEqualTo(new RateLimitStatus(true, 15, 4, Duration.ofSeconds(40), false));
    }

    @Test
    void limitThatWasReadLastCounts() {
        leases.addAll(List.of(lease(1, 9, 60), lease(3, 0, 60)));

        var limits = Stream.of(tryAcquire(LIMIT, 1), tryAcquire(5, 2), tryAcquire(LIMIT, 1), tryAcquire(5, 2));

        assertThat(limits).extracting(RateLimitStatus::limit).containsExactly(LIMIT, 5, 5, 5);
    }

    @Test
    void remainderOfTheWindowIsCountedLocallyWithoutTheDatabase() {
        leases.addAll(List.of(lease(1, 3, 60), Optional.empty()));
        tryAcquire();
        advance(Duration.ofSeconds(15));

        var statuses = List.of(tryAcquire(), tryAcquire(), tryAcquire(), tryAcquire());

        assertThat(statuses).extracting(RateLimitStatus::allowed).containsExactly(true, true, true, false);
        assertThat(statuses.getLast().timeToReset()).isEqualTo(Duration.ofSeconds(45));
    }

    @Test
    void newWindowIsCountedLocallyWithoutTheDatabase() {
        leases.addAll(List.of(Optional.empty()));

        for (var i = 0; i < LIMIT; i++) {
            assertThat(tryAcquire().allowed()).isTrue();
        }

        assertThat(tryAcquire()).isEqualTo(new RateLimitStatus(false, LIMIT, 0, Duration.ofSeconds(60), false));
    }

    private RateLimitStatus tryAcquire() {
        return tryAcquire(LIMIT, 0);
    }

    private RateLimitStatus tryAcquire(int limit, long readAtNanos) {
        return window.tryAcquire(limit, readAtNanos, _ -> leases.remove());
    }

    private void advance(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Optional<QuotaLease> lease(int granted, int available, int seconds) {
        return Optional.of(new QuotaLease(granted, available, Duration.ofSeconds(seconds)));
    }
}
