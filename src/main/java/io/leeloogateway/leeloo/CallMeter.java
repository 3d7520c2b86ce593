package io.leeloogateway.leeloo;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts and times the calls to Leeloo, and remembers how the last ones went. */
@Component
class CallMeter {

    private static final String ANSWERED = "answered";

    private final MeterRegistry meters;
    private final Clock clock;
    private final Deque<Instant> lastMinute = new ConcurrentLinkedDeque<>();
    private volatile @Nullable Instant lastAnswer;
    private volatile @Nullable Instant lastFailure;

    CallMeter(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        Gauge.builder("gateway.leeloo.calls.last.minute", this::callsInLastMinute)
                .description("Calls to Leeloo that this instance began in the last minute")
                .register(meters);
    }

    <T> T time(Object operation, Supplier<T> call) {
        lastMinute.add(clock.instant());
        var took = Timer.start(meters);
        try {
            var answer = call.get();
            end(took, operation, ANSWERED);
            return answer;
        } catch (LeelooException e) {
            end(took, operation, e.type().slug());
            throw e;
        }
    }

    int callsInLastMinute() {
        var since = clock.instant().minus(Duration.ofMinutes(1));
        lastMinute.removeIf(moment -> moment.isBefore(since));
        return lastMinute.size();
    }

    @Nullable
    Instant lastAnswer() {
        return lastAnswer;
    }

    @Nullable
    Instant lastFailure() {
        return lastFailure;
    }

    private void end(Timer.Sample took, Object operation, String outcome) {
        if (outcome.equals(ANSWERED)) {
            lastAnswer = clock.instant();
        } else {
            lastFailure = clock.instant();
        }
        took.stop(Timer.builder("gateway.leeloo.calls")
                .description("Calls to Leeloo by operation and outcome")
                .tag("operation", operation.getClass().getSimpleName())
                .tag("outcome", outcome)
                .publishPercentileHistogram(false)
                .serviceLevelObjectives(
                        Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5))
                .register(meters));
    }
}
