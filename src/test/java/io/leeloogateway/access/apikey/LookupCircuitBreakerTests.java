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

    private final LookupCircuitBreaker outage = new LookupCircuitBreaker();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void databaseThatFailedIsNotAskedAgainAtOnce() {
        for (var call = 0; call < 20; call++) {
            assertThatThrownBy(() -> outage.guard(this::fail)).isInstanceOf(DataAccessResourceFailureException.class);
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void databaseThatIsSilentIsNotWaitedForLongerThanHalfASecond() {
        var silence = new CountDownLatch(1);
        outage.guard(() -> "the first look-up may take its time");

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThatThrownBy(() -> outage.guard(() -> hear(silence)))
                        .isInstanceOf(QueryTimeoutException.class));

        silence.countDown();
    }

    @Test
    void itIsAskedAgainAfterASecond() {
        assertThatThrownBy(() -> outage.guard(this::fail)).isInstanceOf(DataAccessResourceFailureException.class);

        await().atMost(Duration.ofSeconds(3))
                .ignoreExceptions()
                .until(() -> outage.guard(() -> "there"), "there"::equals);
    }

    @Test
    void otherMistakesAreNotRemembered() {
        assertThatThrownBy(() -> outage.guard(() -> {
                    throw new IllegalStateException("a bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(outage.guard(() -> "there")).isEqualTo("there");
    }

    private static String hear(CountDownLatch silence) {
        try {
            silence.await();
            return "too late";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String fail() {
        asked.incrementAndGet();
        throw new DataAccessResourceFailureException("no answer");
    }
}
