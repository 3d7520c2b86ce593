package io.leeloogateway.leeloo.http;

import io.leeloogateway.leeloo.LeelooUnavailable;
import io.leeloogateway.leeloo.LeelooUnavailable.Delivery;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.Deadline;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Repeats a failed call up to twice, after a random delay, within a deadline and the retry budget. A refusal of the gateway itself is not repeated. */
@Component
public class CallRetries {

    private static final int MAX_RETRIES = 2;

    /** The longest delay before the first retry; doubled for the second. */
    private static final Duration DELAY = Duration.ofMillis(200);

    private final RetryBudget budget = new RetryBudget();
    private final SecureRandom random;
    private final Counter counter;

    CallRetries(SecureRandom random, MeterRegistry meters) {
        this.random = random;
        this.counter = Counter.builder("gateway.leeloo.retries")
                .description("Calls to Leeloo that were repeated after a failure, or beside a call that hangs")
                .register(meters);
    }

    /** What may be repeated. */
    public enum Kind {
        READ,
        /** Only if the request provably never left. */
        CHANGE;

        boolean allows(LeelooUnavailable failure) {
            return failure.type() == ProblemType.LEELOO_UNAVAILABLE
                    && !failure.isRefusal()
                    && (this == READ || failure.delivery() == Delivery.NOT_SENT);
        }
    }

    public <T> T call(Kind kind, Deadline deadline, Supplier<T> call) {
        budget.recordCall();
        LeelooUnavailable first = null;
        for (var retries = 0; ; retries++) {
            try {
                return call.get();
            } catch (LeelooUnavailable e) {
                first = first == null || !e.isRefusal() ? e : first;
                if (retries == MAX_RETRIES || !kind.allows(e) || !awaitRetry(retries, deadline)) {
                    throw first;
                }
            }
        }
    }

    /** Counts a call beside one that hangs. It is made even if the budget is used up: the cache makes one at a time for each entry. */
    public void countExtraCall() {
        var _ = budget.spend();
        counter.increment();
    }

    private boolean awaitRetry(int retries, Deadline deadline) {
        var delay = Duration.ofNanos(random.nextLong(DELAY.toNanos() << retries));
        if (delay.compareTo(deadline.remaining()) >= 0 || !budget.spend()) {
            return false;
        }
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        counter.increment();
        return true;
    }
}
