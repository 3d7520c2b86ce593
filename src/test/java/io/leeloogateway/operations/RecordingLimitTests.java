package io.leeloogateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;

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

    static Stream<RuntimeException> failuresThatRecordNothing() {
        return Stream.of(
                new CannotGetJdbcConnectionException("none is free"),
                new CannotCreateTransactionException("none is free"),
                new UncategorizedSQLException("insert", null, new SQLException("the row is locked", "55P03")));
    }

    @ParameterizedTest
    @MethodSource("failuresThatRecordNothing")
    void recordIsTriedAgainWhileOthersAreAnswered(RuntimeException failure) {
        answerOthers();
        var attempts = new AtomicInteger();

        assertThat(limit.call(() -> {
                    sleep(Duration.ofMillis(400));
                    if (attempts.incrementAndGet() < 3) {
                        throw failure;
                    }
                    return "recorded";
                }))
                .isEqualTo("recorded");
    }

    @Test
    void refusedChangeIsNotTriedAgain() {
        answerOthers();
        var attempts = new AtomicInteger();

        assertThatExceptionOfType(OperationStoreUnavailable.class)
                .isThrownBy(() -> limit.call(() -> {
                    attempts.incrementAndGet();
                    sleep(Duration.ofMillis(200));
                    isAnswering.set(false);
                    sleep(Duration.ofMillis(700));
                    throw new CannotGetJdbcConnectionException("none is free");
                }));

        sleep(Duration.ofSeconds(1));
        assertThat(attempts).hasValue(1);
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
