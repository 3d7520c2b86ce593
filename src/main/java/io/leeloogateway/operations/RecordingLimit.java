package io.leeloogateway.operations;

import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/**
 * Limits the time that a change waits for the database before it is sent. A change is refused when the database has answered no change for
 * half a second; while it answers others, it is only slow, or this machine is, and a change waits for up to two seconds.
 */
@Component
class RecordingLimit {

    private static final Logger log = LoggerFactory.getLogger(RecordingLimit.class);

    /** Also limits the wait for a frozen database: the driver's own timeouts have whole seconds. */
    static final Duration LIMIT = Duration.ofMillis(500);

    private static final Duration LIMIT_OF_SLOW_DATABASE = Duration.ofSeconds(2);

    private final OutcomeMetrics metrics;
    private volatile long answeredNanos = System.nanoTime();

    RecordingLimit(OutcomeMetrics metrics) {
        this.metrics = metrics;
    }

    <T> T call(Supplier<T> work) {
        var wait = new Wait(RequestContext.find()
                .map(request -> request.deadline().remaining())
                .orElse(LIMIT_OF_SLOW_DATABASE));
        try {
            return wait.await(TimeLimiter.start("record change", () -> wait.repeat(work)));
        } catch (TimeoutException | DataAccessException | TransactionException e) {
            log.warn("the database did not record or find a change in time: {}", DatabaseFailureClassifier.reason(e));
            metrics.countRecordFailure();
            throw new OperationStoreUnavailable(e);
        }
    }

    /** The wait of one change. */
    private final class Wait {

        private final long startedNanos = System.nanoTime();
        private final Duration longest;

        Wait(Duration untilDeadline) {
            var usable = untilDeadline.compareTo(LIMIT) > 0 ? untilDeadline : LIMIT;
            longest = usable.compareTo(LIMIT_OF_SLOW_DATABASE) < 0 ? usable : LIMIT_OF_SLOW_DATABASE;
        }

        <T> T await(Future<T> result) throws TimeoutException {
            while (true) {
                try {
                    return TimeLimiter.await(result, remaining());
                } catch (TimeoutException e) {
                    if (Thread.currentThread().isInterrupted() || !remaining().isPositive()) {
                        throw e;
                    }
                }
            }
        }

        /** Again if there was no connection or a row was locked, and others are answered meanwhile. In both cases nothing is recorded yet. */
        <T> T repeat(Supplier<T> work) {
            while (true) {
                try {
                    var result = work.get();
                    answeredNanos = System.nanoTime();
                    return result;
                } catch (CannotCreateTransactionException
                        | CannotGetJdbcConnectionException
                        | PessimisticLockingFailureException e) {
                    if (answeredNanos - startedNanos <= 0 || !remaining().isPositive()) {
                        throw e;
                    }
                }
            }
        }

        private Duration remaining() {
            var now = System.nanoTime();
            var untilRefusal = LIMIT.minusNanos(now - Math.max(0, answeredNanos - startedNanos) - startedNanos);
            var untilLongest = longest.minusNanos(now - startedNanos);
            return untilRefusal.compareTo(untilLongest) < 0 ? untilRefusal : untilLongest;
        }
    }
}
