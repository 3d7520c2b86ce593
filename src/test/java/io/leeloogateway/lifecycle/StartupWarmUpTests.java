package io.leeloogateway.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.leeloogateway.request.WarmUp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class StartupWarmUpTests {

    private static final Duration FAST = Duration.ofMillis(2);
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Returns or throws what the function says for the number of the rehearsal, from 1. */
    private record Rehearsed(String step, AtomicInteger rehearsals, IntFunction<Duration> durations) implements WarmUp {

        static Rehearsed of(String step, IntFunction<Duration> durations) {
            return new Rehearsed(step, new AtomicInteger(), durations);
        }

        @Override
        public Duration budget() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration rehearse() {
            return durations.apply(rehearsals.incrementAndGet());
        }
    }

    @Test
    void stepIsRehearsedUntilItKeepsItsBudget(CapturedOutput output) throws Exception {
        var slowAtFirst = Rehearsed.of("slow at first", number -> number <= 25 ? SLOW : FAST);
        var slowAgain = Rehearsed.of("slow again", number -> number == 1 || number == 4 ? SLOW : FAST);

        warmUp(LIMIT, slowAtFirst, slowAgain);

        assertThat(slowAtFirst.rehearsals()).hasValue(31);
        assertThat(slowAgain.rehearsals()).hasValue(10);
        assertThat(output).contains("warm-up complete after");
    }

    @Test
    void failedRehearsalIsRepeated(CapturedOutput output) throws Exception {
        var failsAtFirst = Rehearsed.of("fails at first", number -> number <= 3 ? fail() : FAST);

        warmUp(LIMIT, failsAtFirst);

        assertThat(failsAtFirst.rehearsals()).hasValue(9);
        assertThat(output).contains("warm-up complete after");
    }

    @Test
    void unsettledStepsAreNamedWhenTheTimeIsUp(CapturedOutput output) throws Exception {
        var never = new CountDownLatch(1);
        var hangs = Rehearsed.of("hanging step", _ -> hang(never));
        var fails = Rehearsed.of("failing step", _ -> fail());
        var slow = Rehearsed.of("slow step", _ -> SLOW);

        warmUp(Duration.ofMillis(500), hangs, fails, slow, Rehearsed.of("fast step", _ -> FAST));

        assertThat(output)
                .contains("warm-up incomplete after")
                .contains("hanging step: not rehearsed, budget 100 ms")
                .contains("failing step: java.lang.IllegalStateException: cold, budget 100 ms")
                .contains("slow step: 300 ms, budget 100 ms")
                .doesNotContain("fast step");
    }

    private static void warmUp(Duration limit, WarmUp... warmUps) throws InterruptedException {
        new StartupWarmUp(List.of(warmUps), limit).run(new DefaultApplicationArguments());
    }

    private static Duration fail() {
        throw new IllegalStateException("cold");
    }

    private static Duration hang(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return SLOW;
    }
}
