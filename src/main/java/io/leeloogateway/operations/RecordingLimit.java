package io.leeloogateway.operations;

import io.leeloogateway.problem.DatabaseFailureClassifier;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Limits the time that a change waits for the database before it is sent. */
@Component
class RecordingLimit {

    private static final Logger log = LoggerFactory.getLogger(RecordingLimit.class);

    /** Also limits the wait for a frozen database: the driver's own timeouts have whole seconds. */
    static final Duration LIMIT = Duration.ofMillis(500);

    private final OutcomeMetrics metrics;

    RecordingLimit(OutcomeMetrics metrics) {
        this.metrics = metrics;
    }

    <T> T call(Supplier<T> work) {
        try {
            return TimeLimiter.call("record change", LIMIT, work);
        } catch (TimeoutException | DataAccessException | TransactionException e) {
            log.warn("the database did not record or find a change in time: {}", DatabaseFailureClassifier.reason(e));
            metrics.countRecordFailure();
            throw new OperationStoreUnavailable(e);
        }
    }
}
