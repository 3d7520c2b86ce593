package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

class LookupCircuitBreakerTests {

    private final LookupCircuitBreaker circuitBreaker = new LookupCircuitBreaker();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void oneLookUpAtATimeTriesAFailedDatabase() {
        assertThatThrownBy(() -> circuitBreaker.execute(this::fail))
                .isInstanceOf(DataAccessResourceFailureException.class);
        var latch = new CountDownLatch(1);
        var trial = CompletableFuture.supplyAsync(() -> circuitBreaker.execute(() -> {
            calls.incrementAndGet();
            return awaitLatch(latch);
        }));
        await().untilAtomic(calls, equalTo(2));

        for (var call = 0; call < 20; call++) {
            assertThatThrownBy(() -> circuitBreaker.execute(this::fail))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }

        assertThat(calls).hasValue(2);
        latch.countDown();
        assertThat(trial.join()).isEqualTo("in time");
    }

    @Test
    void lookUpTimesOutAfterHalfASecond() {
        var latch = new CountDownLatch(1);
        circuitBreaker.execute(() -> "the first look-up has no timeout");

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> circuitBreaker.execute(() -> awaitLatch(latch)))
                        .isInstanceOf(QueryTimeoutException.class));

        latch.countDown();
    }

    @Test
    void onlySeveralTimeoutsInSuccessionOpenTheCircuitBreaker() {
        for (var call = 1; call < LookupCircuitBreaker.MAX_TIMEOUTS; call++) {
            timeOut();
        }
        assertThat(circuitBreaker.execute(() -> circuitBreaker.execute(() -> "at the same time")))
                .isEqualTo("at the same time");
        for (var call = 0; call < LookupCircuitBreaker.MAX_TIMEOUTS; call++) {
            timeOut();
        }

        assertThatThrownBy(() -> circuitBreaker.execute(() -> circuitBreaker.execute(() -> "at the same time")))
                .isInstanceOf(QueryTimeoutException.class);
    }

    private void timeOut() {
        assertThatThrownBy(() -> circuitBreaker.execute(() -> {
                    throw new QueryTimeoutException("no result in time");
                }))
                .isInstanceOf(QueryTimeoutException.class);
    }

    @Test
    void firstSuccessClosesTheCircuitBreaker() {
        assertThatThrownBy(() -> circuitBreaker.execute(this::fail))
                .isInstanceOf(DataAccessResourceFailureException.class);

        assertThat(circuitBreaker.execute(() -> "found")).isEqualTo("found");
        assertThat(circuitBreaker.execute(() -> circuitBreaker.execute(() -> "at the same time")))
                .isEqualTo("at the same time");
    }

    @Test
    void otherExceptionsDoNotOpenTheCircuitBreaker() {
        assertThatThrownBy(() -> circuitBreaker.execute(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(circuitBreaker.execute(() -> "found")).isEqualTo("found");
    }

    private static String awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
            return "in time";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fail() {
        calls.incrementAndGet();
        throw new DataAccessResourceFailureException("no connection");
    }
}
