package io.leeloogateway.operations;

import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.request.Deadline;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
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

    /** The limit is counted in intervals: one in which this process got no CPU says nothing about the database, however long it took. */
    private static final int INTERVALS = 10;

    private final OutcomeMetrics metrics;
    private final AtomicLong answers = new AtomicLong();

    RecordingLimit(OutcomeMetrics metrics) {
        this.metrics = metrics;
    }

    <T> T call(Supplier<T> work) {
        var wait = new Wait();
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

        private final long answersBefore = answers.get();
        private final Deadline latest = Deadline.after(longest());
        private volatile boolean isGivenUp;

        <T> T await(Future<T> result) throws TimeoutException {
            var known = answersBefore;
            var silent = 0;
            while (true) {
                try {
                    return TimeLimiter.await(result, LIMIT.dividedBy(INTERVALS));
                } catch (TimeoutException e) {
                    var now = answers.get();
                    silent = now == known ? silent + 1 : 0;
                    known = now;
                    if (Thread.currentThread().isInterrupted() || silent == INTERVALS || isTooLate()) {
                        isGivenUp = true;
                        throw e;
                    }
                }
            }
        }

        /** Again if nothing is recorded, because there was no connection or a row was locked, and others are answered meanwhile. */
        <T> T repeat(Supplier<T> work) {
            while (true) {
                try {
                    var result = work.get();
                    answers.incrementAndGet();
                    return result;
                } catch (DataAccessException | TransactionException e) {
                    if (!DatabaseFailureClassifier.isUndone(e)
                            || answers.get() == answersBefore
                            || isGivenUp
                            || isTooLate()) {
                        throw e;
                    }
                }
            }
        }

        private boolean isTooLate() {
            return latest.remaining().isZero();
        }

        private static Duration longest() {
            var untilDeadline = RequestContext.find()
                    .map(request -> request.deadline().remaining())
                    .orElse(LIMIT_OF_SLOW_DATABASE);
            return Collections.max(List.of(LIMIT, Collections.min(List.of(LIMIT_OF_SLOW_DATABASE, untilDeadline))));
        }
    }
}
