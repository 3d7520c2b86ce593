package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class RecordingLimitTests {

    private final RecordingLimit limit = new RecordingLimit(new OutcomeMetrics(new SimpleMeterRegistry()));
    private final AtomicBoolean isAnswering = new AtomicBoolean();

    @AfterEach
    void stop() {
        isAnswering.set(false);
    }

    @Test
    void silentDatabaseIsNotWaitedFor() {
        assertThatExceptionOfType(OperationStoreUnavailable.class)
                .isThrownBy(() -> limit.call(answerAfter(Duration.ofSeconds(1))));
    }

    @Test
    void databaseThatAnswersOthersIsWaitedFor() {
        answerOthers();

        assertThat(limit.call(answerAfter(Duration.ofSeconds(1)))).isEqualTo("recorded");
    }

    @Test
    void databaseThatFallsSilentIsNotWaitedForAnyMore() {
        answerOthers();
        var stopping = Thread.startVirtualThread(() -> {
            sleep(Duration.ofMillis(300));
            isAnswering.set(false);
        });

        assertThatExceptionOfType(OperationStoreUnavailable.class)
                .isThrownBy(() -> limit.call(answerAfter(Duration.ofMillis(1800))));
        assertThat(stopping.isAlive()).isFalse();
    }

    @Test
    void slowDatabaseIsNotWaitedForLongerThanTwoSeconds() {
        answerOthers();

        assertThatExceptionOfType(OperationStoreUnavailable.class)
                .isThrownBy(() -> limit.call(answerAfter(Duration.ofSeconds(4))));
    }

    @Test
    void missingConnectionIsAskedForAgainWhileOthersAreAnswered() {
        answerOthers();
        var attempts = new AtomicInteger();

        assertThat(limit.call(() -> {
                    sleep(Duration.ofMillis(400));
                    if (attempts.incrementAndGet() < 3) {
                        throw new CannotGetJdbcConnectionException("none is free");
                    }
                    return "recorded";
                }))
                .isEqualTo("recorded");
    }

    @Test
    void missingConnectionFailsAtOnceWhileNobodyIsAnswered() {
        var attempts = new AtomicInteger();

        assertThatExceptionOfType(OperationStoreUnavailable.class)
                .isThrownBy(() -> limit.call(() -> {
                    attempts.incrementAndGet();
                    throw new CannotGetJdbcConnectionException("none is free");
                }));
        assertThat(attempts).hasValue(1);
    }

    private void answerOthers() {
        isAnswering.set(true);
        Thread.startVirtualThread(() -> {
            while (isAnswering.get()) {
                limit.call(() -> "another");
                sleep(Duration.ofMillis(20));
            }
        });
    }

    private static Supplier<String> answerAfter(Duration time) {
        return () -> {
            sleep(time);
            return "recorded";
        };
    }

    private static void sleep(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
