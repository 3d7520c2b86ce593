package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooCredentialsRejected;
import io.leeloogateway.leeloo.LeelooCredentialsRejected.Reason;
import io.leeloogateway.leeloo.LeelooException;
import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnreadable;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.leeloo.change.VerbatimChange;
import io.leeloogateway.leeloo.query.Query;
import io.leeloogateway.leeloo.query.VerbatimQuery;
import io.leeloogateway.problem.ProblemType;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts and times the calls to Leeloo, and keeps the times of the last success and failure. */
@Component
public class CallMetrics {

    private static final Logger log = LoggerFactory.getLogger(CallMetrics.class);
    private static final String SUCCESS = "success";

    /** The outcomes that show that Leeloo works. */
    private static final Set<String> RESPONSES =
            Set.of(SUCCESS, ProblemType.NOT_FOUND.slug(), ProblemType.LEELOO_REJECTED.slug());

    private static final Duration WARNING_INTERVAL = Duration.ofMinutes(1);

    /** All endpoints: every timer is registered at start, so that rates begin at zero. */
    private static final List<Class<?>> ENDPOINTS = Stream.of(Query.class, Change.class)
            .<Class<?>>flatMap(kind -> Stream.of(kind.getPermittedSubclasses()))
            .filter(type -> type != VerbatimQuery.class && type != VerbatimChange.class)
            .toList();

    private static final List<String> OUTCOMES = Stream.concat(
                    Stream.of(SUCCESS),
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
    private volatile @Nullable Instant lastSuccess;
    private volatile @Nullable Instant lastFailure;
    private final AtomicReference<Instant> nextWarning = new AtomicReference<>(Instant.MIN);

    CallMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        this.lastMinute = new SlidingWindowCounter(() -> clock.instant().getEpochSecond());
        for (var endpoint : ENDPOINTS) {
            OUTCOMES.forEach(outcome -> timer(endpoint, outcome));
        }
        Gauge.builder("gateway.leeloo.calls.last.minute", this::callsInLastMinute)
                .description("Calls to Leeloo sent by this instance that ended in the last minute")
                .register(meters);
    }

    public <T> T time(Object request, Supplier<T> call) {
        var sample = Timer.start(meters);
        try {
            var result = call.get();
            lastMinute.count();
            stop(sample, request, SUCCESS);
            return result;
        } catch (LeelooException e) {
            if (wasSent(e)) {
                lastMinute.count();
            }
            stop(sample, request, e.type().slug());
            warnIfMisrouted(e);
            throw e;
        }
    }

    /** At most one line a minute: every call fails as long as the address is wrong. */
    private void warnIfMisrouted(LeelooException failure) {
        if (!(failure instanceof LeelooUnreadable unreadable && unreadable.isFromElsewhere())) {
            return;
        }
        var now = clock.instant();
        var due = nextWarning.get();
        if (!now.isBefore(due) && nextWarning.compareAndSet(due, now.plus(WARNING_INTERVAL))) {
            log.warn("{}: check gateway.leeloo.base-url and the proxies on the way", unreadable.detail());
        }
    }

    /** Leeloo counts only requests that it received. */
    private static boolean wasSent(LeelooException failure) {
        return switch (failure) {
            case LeelooUnavailable unavailable -> unavailable.delivery() == LeelooUnavailable.Delivery.POSSIBLY_SENT;
            case LeelooCredentialsRejected credentials -> credentials.reason() == Reason.REJECTED;
            case LeelooUnreadable unreadable -> !unreadable.isFromElsewhere();
            default -> true;
        };
    }

    int callsInLastMinute() {
        return lastMinute.total();
    }

    @Nullable
    Instant lastSuccess() {
        return lastSuccess;
    }

    @Nullable
    Instant lastFailure() {
        return lastFailure;
    }

    private void stop(Timer.Sample sample, Object request, String outcome) {
        if (RESPONSES.contains(outcome)) {
            lastSuccess = clock.instant();
        } else {
            lastFailure = clock.instant();
        }
        sample.stop(timer(request.getClass(), outcome));
    }

    private Timer timer(Class<?> endpoint, String outcome) {
        return Timer.builder("gateway.leeloo.calls")
                .description("Calls to Leeloo by endpoint and outcome")
                .tag("endpoint", endpoint.getSimpleName())
                .tag("outcome", outcome)
                .register(meters);
    }
}
