package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.problem.ProblemType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts and times the calls to Leeloo, and remembers how the last ones went. */
@Component
public class CallMetrics {

    private static final String ANSWERED = "answered";

    /** All there are: what begins at nothing can be seen to grow. */
    private static final List<Class<?>> OPERATIONS = Stream.of(Query.class, Change.class)
            .flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
            .toList();

    private static final List<String> OUTCOMES = Stream.concat(
                    Stream.of(ANSWERED),
                    Stream.of(
                                    ProblemType.NOT_FOUND,
                                    ProblemType.LEELOO_REJECTED,
                                    ProblemType.LEELOO_UNREADABLE,
                                    ProblemType.LEELOO_CREDENTIALS,
                                    ProblemType.LEELOO_THROTTLED,
                                    ProblemType.LEELOO_UNAVAILABLE,
                                    ProblemType.DEADLINE_EXCEEDED)
                            .map(ProblemType::slug))
            .toList();

    private final MeterRegistry meters;
    private final Clock clock;
    private final SlidingWindowCounter lastMinute;
    private volatile @Nullable Instant lastAnswer;
    private volatile @Nullable Instant lastFailure;

    CallMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lastMinute = new SlidingWindowCounter(() -> clock.instant().getEpochSecond());
        for (var operation : OPERATIONS) {
            OUTCOMES.forEach(outcome -> timer(operation, outcome));
        }
        Gauge.builder("gateway.leeloo.calls.last.minute", this::callsInLastMinute)
                .description("Calls to Leeloo that left this instance and ended in the last minute")
                .register(meters);
    }

    public <T> T time(Object operation, Supplier<T> call) {
        var took = Timer.start(meters);
        try {
            var answer = call.get();
            lastMinute.count();
            end(took, operation, ANSWERED);
            return answer;
        } catch (LeelooException e) {
            if (hasLeft(e)) {
                lastMinute.count();
            }
            end(took, operation, e.type().slug());
            throw e;
        }
    }

    /** What Leeloo never heard of, it does not count either. */
    private static boolean hasLeft(LeelooException failure) {
        return switch (failure) {
            case LeelooUnavailable unavailable -> unavailable.departure() == LeelooUnavailable.Departure.MAY_BE_APPLIED;
            case LeelooCredentialsRejected credentials -> credentials.answered().isPresent();
            default -> true;
        };
    }

    int callsInLastMinute() {
        return lastMinute.total();
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
        took.stop(timer(operation.getClass(), outcome));
    }

    private Timer timer(Class<?> operation, String outcome) {
        return Timer.builder("gateway.leeloo.calls")
                .description("Calls to Leeloo by operation and outcome")
                .tag("operation", operation.getSimpleName())
                .tag("outcome", outcome)
                .register(meters);
    }
}
