package io.leeloogateway.operations.dispatch;

import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.problem.DatabaseFailureClassifier;
import java.time.Duration;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the failed attempts to record one outcome: the first with its stack trace, later ones in one line a minute. */
final class RetryLog {

    static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(RetryLog.class);

    private final UUID id;
    private final OperationResult result;
    private final LongSupplier nanoTime;
    private boolean isLogged;
    private long loggedAt;

    RetryLog(UUID id, OperationResult result, LongSupplier nanoTime) {
        this.id = id;
        this.result = result;
        this.nanoTime = nanoTime;
    }

    void warn(RuntimeException failure) {
        var now = nanoTime.getAsLong();
        if (!isLogged) {
            log.warn("operation {} is {}, which cannot be recorded now", id, result.outcome(), failure);
        } else if (now - loggedAt >= INTERVAL.toNanos()) {
            var reason = DatabaseFailureClassifier.reason(failure);
            log.warn("operation {} is {}, which still cannot be recorded: {}", id, result.outcome(), reason);
        } else {
            return;
        }
        isLogged = true;
        loggedAt = now;
    }
}
