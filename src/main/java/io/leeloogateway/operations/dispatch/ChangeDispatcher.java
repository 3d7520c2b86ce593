package io.leeloogateway.operations.dispatch;

import io.leeloogateway.leeloo.LeelooClient;
import io.leeloogateway.leeloo.SendPermit;
import io.leeloogateway.leeloo.change.Change;
import io.leeloogateway.operations.NewOperation;
import io.leeloogateway.operations.OperationResult;
import io.leeloogateway.operations.OperationStore;
import io.leeloogateway.problem.ProblemType;
import io.leeloogateway.request.MatchedRoute;
import io.leeloogateway.request.Outcome;
import io.leeloogateway.request.RequestContext;
import io.leeloogateway.request.RequestThread;
import io.leeloogateway.request.TimeLimiter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends a recorded change on a separate thread and waits until the request's deadline for the response and its record. Both continue after the deadline. */
@Component
public class ChangeDispatcher {

    private static final Logger log = LoggerFactory.getLogger(ChangeDispatcher.class);

    /** Time for the result of a send that did not start before the request's deadline. */
    private static final Duration GRACE = Duration.ofMillis(100);

    private static final Duration RECORD_LIMIT = Duration.ofMillis(500);

    private final LeelooClient leeloo;
    private final OperationStore operations;
    private final OutcomeRecorder recorder;

    ChangeDispatcher(LeelooClient leeloo, OperationStore operations, OutcomeRecorder recorder) {
        this.leeloo = leeloo;
        this.operations = operations;
        this.recorder = recorder;
    }

    public <T> SendResult<T> send(NewOperation operation, Change<T> change, SendPermit permit) {
        var context = RequestContext.current();
        var successStatus = context.route().map(MatchedRoute::successStatus).orElseThrow();
        var response = new CompletableFuture<SendResult<T>>();
        var recorded = new CompletableFuture<OperationResult>();
        Consumer<SendResult<T>> end = result -> {
            response.complete(result);
            recorder.record(operation.id(), () -> result.toOperationResult(successStatus))
                    .ifPresent(recorded::complete);
        };
        RequestThread.start(
                "change " + operation.id(),
                context,
                () -> end.accept(SendResult.of(() -> leeloo.send(change, operation.sendDeadline(), permit))),
                cause -> {
                    permit.end();
                    end.accept(SendResult.aborted(cause));
                });
        try {
            var result =
                    TimeLimiter.await(response, context.deadline().remaining().plus(GRACE));
            return awaitRecord(recorded, operation.id(), result);
        } catch (TimeoutException _) {
            markUnknown(operation.id(), context);
            return SendResult.failed(Outcome.UNKNOWN, DeadlineExceeded.beforeResponse());
        }
    }

    /**
     * The commit of the outcome also invalidates the cache entries, and only a recorded response is replayed: until then, a response that keeps
     * its key cannot be promised to the caller's next read or repeat.
     */
    private static <T> SendResult<T> awaitRecord(Future<OperationResult> recorded, UUID id, SendResult<T> result) {
        var remaining = RequestContext.current().deadline().remaining();
        try {
            var limit = result.keepsKey() && remaining.compareTo(RECORD_LIMIT) > 0 ? remaining : RECORD_LIMIT;
            var isUnknown = TimeLimiter.await(recorded, limit).outcome() == Outcome.UNKNOWN;
            return isUnknown ? result.orUnknown(new UnrecordableResponse()) : result;
        } catch (TimeoutException _) {
            log.warn("the response to operation {} is sent before its outcome is recorded", id);
            return result.keepsKey() ? result.orUnknown(DeadlineExceeded.beforeRecord()) : result;
        }
    }

    private void markUnknown(UUID id, RequestContext context) {
        var result = new OperationResult(
                Outcome.UNKNOWN,
                ProblemType.DEADLINE_EXCEEDED.status().value(),
                null,
                null,
                "no response within the request's deadline",
                OperationResult.GATEWAY,
                false,
                ProblemType.DEADLINE_EXCEEDED.slug());
        try {
            TimeLimiter.call(
                    "record unknown",
                    RECORD_LIMIT,
                    () -> context.run(() -> operations.finish(id, EnumSet.of(Outcome.SENDING), result)));
        } catch (TimeoutException | RuntimeException e) {
            log.warn("operation {} is unknown, which cannot be recorded now: {}", id, e.getMessage());
        }
    }
}
