package io.leeloogateway.access.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

class LookupCircuitBreakerTests {

    private final LookupCircuitBreaker circuitBreaker = new LookupCircuitBreaker();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void openCircuitBreakerDoesNotCallTheDatabase() {
        for (var call = 0; call < 20; call++) {
            assertThatThrownBy(() -> circuitBreaker.execute(this::fail))
                    .isInstanceOf(DataAccessResourceFailureException.class);
        }

        assertThat(calls).hasValue(1);
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
    void circuitBreakerClosesAfterASecond() {
        assertThatThrownBy(() -> circuitBreaker.execute(this::fail))
                .isInstanceOf(DataAccessResourceFailureException.class);

        await().atMost(Duration.ofSeconds(3))
                .ignoreExceptions()
                .until(() -> circuitBreaker.execute(() -> "found"), "found"::equals);
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
            return "too late";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fail() {
        calls.incrementAndGet();
        throw new DataAccessResourceFailureException("no connection");
    }
}
